"""Tables for a server: those of an empty database all at once, those of an older one by their migrations."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from twofold.config.commands.ready import waiting_migrations


def lay_tables() -> None:
    """Bring the database to this version.

    An empty one gets its tables as the models say, in one transaction, every migration noted as done: to go through
    all of history takes six times as long. A test holds both ways equal.
    """
    if _is_empty():
        _lay_all()
    elif waiting_migrations():
        call_command("migrate", interactive=False, verbosity=0)


def _is_empty() -> bool:
    """Nothing there but, from a beginning that was cut short, the table of migrations without a row."""
    tables = set(connection.introspection.table_names())
    if not tables:
        return True
    return (
        tables == {MigrationRecorder.Migration._meta.db_table}
        and not MigrationRecorder(connection).applied_migrations()
    )


def _lay_all() -> None:
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    models = [each for each in apps.get_models() if each._meta.can_migrate(connection)]
    with connection.schema_editor() as editor:
        for model in models:
            editor.create_model(model)
        for app, name in MigrationLoader(None).graph.nodes:
            recorder.record_applied(app, name)
    emit_post_migrate_signal(0, False, connection.alias)
