from django.apps import AppConfig
from django.db.models.signals import post_migrate

from twofold.reach.search.words import lay


class SearchConfig(AppConfig):
    name = "twofold.reach.search"
    label = "search"

    def ready(self) -> None:
        # The words themselves lie where models cannot describe them: FTS5 on SQLite, a GIN index on PostgreSQL.
        post_migrate.connect(lay, sender=self)
