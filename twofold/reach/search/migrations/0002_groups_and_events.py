from django.db import migrations, models

from twofold.reach.search.words import lay, put, split

_BATCH = 500


def index_what_is_there(apps, _editor):
    """Groups and events that were made before the index knew of them."""
    group, event = apps.get_model("groups", "Group"), apps.get_model("events", "Event")
    found = [
        (3, each.pk, each.network, each.position, f"{each.name} {each.about}")
        for each in group.objects.filter(live=True)
    ]
    found += [
        (4, each.pk, each.author.network, 0, f"{each.title} {each.area} {each.description}")
        for each in event.objects.filter(live=True).select_related("author")
    ]
    if not found:
        return
    document = apps.get_model("search", "Document")
    document.objects.bulk_create(
        (
            document(kind=kind, ref=ref, network=network, position=position, words=" ".join(split(text)))
            for kind, ref, network, position, text in found
        ),
        batch_size=_BATCH,
    )
    lay()
    put(list(document.objects.filter(kind__in=(3, 4)).values_list("pk", "words")))


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("groups", "0002_together"),
        ("events", "0006_report"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.SmallIntegerField(
                choices=[(0, "Persona"), (1, "Entry"), (2, "Post"), (3, "Group"), (4, "Event")]
            ),
        ),
        migrations.RunPython(index_what_is_there, migrations.RunPython.noop),
    ]
