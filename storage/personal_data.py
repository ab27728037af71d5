"""All that is kept of one person: shown to who asks for theirs, or erased (GDPR, articles 15 and 17)."""

import re
import secrets
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, and_, delete, select, update

from bot.core.people import Person
from storage.tables import metadata

PERSON = metadata.tables["person"]
THEIRS = {
    **dict.fromkeys(("absence", "calendar_link", "calendar_subscription", "member", "other_name"), "user"),
    **dict.fromkeys(("person", "poll_vote", "preferences"), "user"),
    "draft": "who",
}
"""Tables whose rows go with the person, and the column that says whose they are."""
SECRETS = ("password", "token_hash")
UNKNOWN = "N.N."
"""Instead of a name, in every language."""


def persons(connection: Connection, called: str) -> list[Person]:
    """Those with this user id, name, full name or address."""
    wanted = called.removeprefix("@").casefold()
    known = [Person.model_validate(dict(row)) for row in connection.execute(select(PERSON)).mappings()]
    return [
        each
        for each in known
        if wanted in (each.user.casefold(), *(name.casefold() for name in _names(each)), each.name.casefold())
    ]


def kept_of(connection: Connection, person: Person) -> dict[str, list[dict[str, Any]]]:
    """By table, all rows that are theirs or call them by id, full name or address."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for table, row in _rows(connection, person):
        found[table.name].append({name: "…" if name in SECRETS and row[name] else row[name] for name in row})
    return dict(found)


def erase(engine: Engine, person: Person, now: datetime) -> tuple[int, int]:
    """Remove what is theirs and call them N.N. in all that others need; how many rows went and changed.

    What stands for their id is made up, and the same everywhere: who did what can be told apart still.
    """
    stand_in = f"UERASED{secrets.token_hex(2).upper()}"
    removed = changed = 0
    with engine.begin() as connection:
        for table, row in list(_rows(connection, person)):
            this = and_(*(column == row[column.name] for column in table.primary_key))
            if _is_theirs(table, row, person):
                removed += connection.execute(delete(table).where(this)).rowcount
                continue
            new = {name: _without(person, stand_in, value) for name, value in row.items()}
            connection.execute(update(table).where(this).values(new))
            changed += 1
        nobody = Person(team=person.team, user=stand_in, name=UNKNOWN, gone=True, known_at=now)
        connection.execute(PERSON.insert().values(nobody.model_dump()))
    if engine.dialect.name == "sqlite":
        # What was deleted would stand in the file until something is written over it.
        with closing(engine.raw_connection()) as file:
            file.cursor().execute("VACUUM")
            file.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return removed, changed


def _names(person: Person) -> list[str]:
    """By which no word of a sentence is meant but them."""
    return [name for name in (person.full_name if " " in person.full_name else "", person.email) if name]


def _pattern(person: Person) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, (person.user, *_names(person))))})\b", re.IGNORECASE)


def _rows(connection: Connection, person: Person) -> Iterator[tuple[Table, RowMapping]]:
    calls = _pattern(person)
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table)).mappings():
            if calls.search(str([*row.values()])) or _is_theirs(table, row, person):
                yield table, row


def _is_theirs(table: Table, row: RowMapping, person: Person) -> bool:
    if table.name == "posting":
        return row["channel"] in (person.user, person.dm)
    if table.name == "job":
        return person.user in f"{row['key']}:{row['lane']}:{row['payload'].get('to')}".split(":")
    return row.get(THEIRS.get(table.name, "")) == person.user


def _without(person: Person, stand_in: str, value: Any) -> Any:
    """The value, with the stand-in for their id and N.N. for their names, in all that it holds."""
    if isinstance(value, str):
        return _pattern(person).sub(
            lambda found: stand_in if found[0].upper() == person.user else UNKNOWN, value
        )
    if isinstance(value, dict):
        return {
            _without(person, stand_in, key): _without(person, stand_in, each) for key, each in value.items()
        }
    if isinstance(value, list):
        return [_without(person, stand_in, each) for each in value]
    return value
