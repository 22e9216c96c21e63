"""The index behind the search, by engine. Switched on by a migration.

SQLite drops the triggers of a table that a later migration makes anew: such a migration must call `switch_on` again.
"""

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

# Drafts have no text to search for; a statement that does not change it costs nothing.
SQLITE_ON = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5("
    "search_text, content='screening_screening', content_rowid='id', tokenize='trigram case_sensitive 1')",
    "CREATE TRIGGER IF NOT EXISTS search_added AFTER INSERT ON screening_screening WHEN new.search_text <> '' "
    "BEGIN INSERT INTO search_index(rowid, search_text) VALUES (new.id, new.search_text); END",
    "CREATE TRIGGER IF NOT EXISTS search_gone AFTER DELETE ON screening_screening WHEN old.search_text <> '' "
    "BEGIN INSERT INTO search_index(search_index, rowid, search_text) VALUES ('delete', old.id, old.search_text); END",
    "CREATE TRIGGER IF NOT EXISTS search_changed_from AFTER UPDATE OF search_text ON screening_screening "
    "WHEN old.search_text <> '' AND old.search_text <> new.search_text "
    "BEGIN INSERT INTO search_index(search_index, rowid, search_text) VALUES ('delete', old.id, old.search_text); END",
    "CREATE TRIGGER IF NOT EXISTS search_changed_to AFTER UPDATE OF search_text ON screening_screening "
    "WHEN new.search_text <> '' AND old.search_text <> new.search_text "
    "BEGIN INSERT INTO search_index(rowid, search_text) VALUES (new.id, new.search_text); END",
)
# What is indexed already is read anew from the rows, so that switching on twice finds nothing twice.
SQLITE_FILL = "INSERT INTO search_index(search_index) VALUES ('rebuild')"
SQLITE_OFF = (
    "DROP TRIGGER IF EXISTS search_added",
    "DROP TRIGGER IF EXISTS search_gone",
    "DROP TRIGGER IF EXISTS search_changed_from",
    "DROP TRIGGER IF EXISTS search_changed_to",
    "DROP TABLE IF EXISTS search_index",
)
POSTGRES_EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
POSTGRES_ON = (
    "CREATE INDEX IF NOT EXISTS search_index ON screening_screening "
    "USING gin (search_text gin_trgm_ops) WITH (fastupdate = off)"
)
POSTGRES_OFF = "DROP INDEX IF EXISTS search_index"
NO_EXTENSION = (
    "The search needs PostgreSQL's own extension pg_trgm. Let the owner of the database run "
    '"CREATE EXTENSION pg_trgm" in it once, or give this user the right CREATE on the database, then migrate again.'
)


class NoExtension(Exception):
    """PostgreSQL would not switch pg_trgm on; the message says who can."""


def switch_on(connection: BaseDatabaseWrapper) -> None:
    """Make the index and fill it. Raises NoExtension where PostgreSQL refuses pg_trgm to this user."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for statement in (*SQLITE_ON, SQLITE_FILL):
                cursor.execute(statement)
            return
        try:
            cursor.execute(POSTGRES_EXTENSION)
        except DatabaseError as refused:
            raise NoExtension(NO_EXTENSION) from refused
        cursor.execute(POSTGRES_ON)


def switch_off(connection: BaseDatabaseWrapper) -> None:
    """Take the index away again; the extension stays, others may use it."""
    with connection.cursor() as cursor:
        for statement in SQLITE_OFF if connection.vendor == "sqlite" else (POSTGRES_OFF,):
            cursor.execute(statement)
