"""Fill the list of those who hire for each page that is there already."""

from django.db import migrations


def fill(apps, schema_editor):
    role, part = apps.get_model("pages", "Role"), apps.get_model("audiences", "Part")
    grant = apps.get_model("audiences", "Grant")
    for each in role.objects.filter(accepted=True, kind__in=["owner", "recruiter"]).iterator():
        found, _made = part.objects.get_or_create(owner_id=each.page_id, kind="hiring", ref="")
        grant.objects.get_or_create(part=found, persona_id=each.persona_id)


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_pages"), ("audiences", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
