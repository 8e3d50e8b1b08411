from django.db import migrations

# Pictures that were in posts before a picture said what it is part of.
MARK = """UPDATE media_picture SET place = 'post' WHERE place = '' AND id IN (
SELECT pp.picture_id FROM posts_postpicture pp JOIN posts_post po ON po.id = pp.post_id WHERE po.root_id IS NULL)"""
MARK_COMMENTS = """UPDATE media_picture SET place = 'comment' WHERE place = '' AND id IN (
SELECT picture_id FROM posts_postpicture)"""


class Migration(migrations.Migration):
    dependencies = [
        ("albums", "0001_initial"),
        ("media", "0002_films_uploads_tags"),
        ("posts", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(MARK, migrations.RunSQL.noop),
        migrations.RunSQL(MARK_COMMENTS, migrations.RunSQL.noop),
    ]
