"""The database's own guard on the trail: no row is changed or deleted, whoever asks, on either engine (T21)."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "audit_auditevent"
REFUSAL = "the trail is only ever added to"

SQLITE_ON = (
    *(
        f"CREATE TRIGGER trail_no_{what.lower()} BEFORE {what} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for what in ("UPDATE", "DELETE")
    ),
    # INSERT OR REPLACE deletes the row it replaces without asking the trigger above.
    "CREATE TRIGGER trail_no_replace BEFORE INSERT ON audit_auditevent "
    "WHEN EXISTS (SELECT 1 FROM audit_auditevent WHERE id = NEW.id OR number = NEW.number) "
    "BEGIN SELECT RAISE(ABORT, 'the trail is only ever added to'); END",
)
SQLITE_OFF = tuple(f"DROP TRIGGER IF EXISTS trail_no_{what}" for what in ("update", "delete", "replace"))
POSTGRES_ON = (
    "CREATE FUNCTION trail_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION trail_refuses()",
    f"CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses()",
)
POSTGRES_OFF = (
    f"DROP TRIGGER IF EXISTS trail_no_change ON {TABLE}",
    f"DROP TRIGGER IF EXISTS trail_no_truncate ON {TABLE}",
    "DROP FUNCTION IF EXISTS trail_refuses()",
)


def switch_on(connection: BaseDatabaseWrapper) -> None:
    """Put the guard up. It must be down."""
    _run(connection, POSTGRES_ON if connection.vendor == "postgresql" else SQLITE_ON)


def switch_off(connection: BaseDatabaseWrapper) -> None:
    """Take the guard down: for undoing the migration, and for emptying a test database, never for anything else."""
    _run(connection, POSTGRES_OFF if connection.vendor == "postgresql" else SQLITE_OFF)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
