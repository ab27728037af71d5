"""`spil person`: what is kept of somebody, and its erasure."""

import json
from contextlib import ExitStack
from datetime import UTC, datetime

from bot.core.people import Person
from bot.runtime.settings import read_settings
from storage.core.engine import hold, migrate, open_engine
from storage.personal_data import UNKNOWN, erase, kept_of, persons
from storage.tables import metadata


def show_or_erase(who: str, *, erasing: bool) -> str:
    """Print what is kept of them as JSON, or erase it; the problem, or nothing.

    Raises InUse when they are to be erased while the bot works with the same SQLite file.
    """
    engine = open_engine(read_settings().database_url.get_secret_value())
    with ExitStack() as ending:
        ending.callback(engine.dispose)
        if erasing and (held := hold(engine)):
            ending.callback(held.close)
        migrate(engine, metadata)
        with engine.connect() as connection:
            found = persons(connection, who)
            if len(found) != 1 or (erasing and found[0].user != who):
                return _problem(who, found, erasing=erasing)
            [person] = found
            if not erasing:
                kept = {"user": person.user, "kept": kept_of(connection, person)}
                print(json.dumps(kept, indent=2, ensure_ascii=False, default=str))
                return ""
        removed, changed = erase(engine, person, datetime.now(UTC))
    print(
        f"{_called(person)} is erased: {removed} rows removed, {changed} changed; they are {UNKNOWN} now.\n"
        "Messages that stand in Slack stay, and so do nicknames in what people typed.\n"
        "In a channel where they are present Spil meets them again."
    )
    return ""


def _problem(who: str, found: list[Person], *, erasing: bool) -> str:
    if not found:
        return f"Nothing is kept of {who}: type a user id, a name or an e-mail address as Slack has it."
    said = f"To erase {_called(found[0])}, type their id." if len(found) == 1 else f"Which {who} is meant?"
    way = " --erase" if erasing else ""
    return "\n".join((said, *(f"spil person {each.user}{way}  ({_called(each)})" for each in found)))


def _called(person: Person) -> str:
    return person.full_name or person.name
