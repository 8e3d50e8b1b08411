from django.db import migrations, models

from twofold.foundation.kit.text import folded


def fold(apps, schema_editor):
    message = apps.get_model("messaging", "Message")
    rows = message.objects.filter(notice="").exclude(text="").only("pk", "text")
    for each in rows.iterator(chunk_size=1000):
        message.objects.filter(pk=each.pk).update(words=folded(each.text))


class Migration(migrations.Migration):
    dependencies = [("messaging", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="message", name="words", field=models.TextField(blank=True, default=""), preserve_default=False
        ),
        migrations.RunPython(fold, migrations.RunPython.noop),
    ]
