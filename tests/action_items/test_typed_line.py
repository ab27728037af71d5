"""Who does it, and with whose help, in a line that somebody typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from bot.action_items.dependencies import Terms
from bot.core.errors import OneOwner
from bot.core.language import Language
from bot.runtime.wiring import open_registry
from bot.texts import texts_in
from handlers.action_items.messages import Heard, proposal
from handlers.action_items.typed import outsider, people_and_text
from handlers.slack.request import Command
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas, person, user
from tests.kit.clock import MONDAY

TOM, PRIYA, SANNE = (f"<@{user(name)}|{name}>" for name in ("tom", "priya", "sanne"))
JAN = "<mailto:jan@x.nl|jan@x.nl>"


@contextmanager
def asked(storage: Storage, text: str) -> Iterator[Command]:
    with open_atlas(storage).unit() as uow:
        yield Command(
            uow=uow,
            now=MONDAY,
            who=person("sanne"),
            channel="C1",
            texts=texts_in(Language.en),
            word="action",
            typed="/action",
            text=text,
        )


def read(storage: Storage, text: str) -> tuple[Terms, str]:
    with asked(storage, text) as request:
        return people_and_text(request, text)


@pytest.mark.parametrize(
    ("typed", "helpers", "text"),
    [
        (f"update the log with {PRIYA} {SANNE} by Friday", ["priya", "sanne"], "update the log by Friday"),
        (f"werk de log bij samen met {PRIYA} en {SANNE}", ["priya", "sanne"], "werk de log bij"),
        (f"test it with {PRIYA} from Monday by Friday", ["priya"], "test it from Monday by Friday"),
        (f"sit with {PRIYA} and work with {SANNE} today", ["sanne"], f"sit with {PRIYA} and work today"),
        (f"agree it with {PRIYA} in the meeting by Friday", None, ""),
        ("begin with the plan", None, ""),
    ],
)
def test_only_who_stands_in_with_at_the_end_helps(
    sqlite_storage: Storage, typed: str, helpers: list[str] | None, text: str
) -> None:
    people, rest = read(sqlite_storage, f"{TOM} {typed}")
    assert people["owner"] == user("tom")
    assert people.get("helpers") == (helpers and [user(name) for name in helpers])
    assert " ".join(rest.split()) == (text or typed)


@pytest.mark.parametrize("sign", [":", ": ", " :", " -", " –", ";"])
@pytest.mark.parametrize("owner", [TOM, "@tom"])
def test_a_sign_behind_the_owner_is_no_part_of_the_text(
    sqlite_storage: Storage, owner: str, sign: str
) -> None:
    people, rest = read(sqlite_storage, f"{owner}{sign} water the plants")
    assert (people["owner"], rest.strip()) == (user("tom"), "water the plants")


@pytest.mark.parametrize("among", ["/", " / ", "/ ", ", ", " + ", " &amp; ", " and "])
def test_several_owners_are_refused_however_they_are_parted(sqlite_storage: Storage, among: str) -> None:
    with pytest.raises(OneOwner):
        read(sqlite_storage, f"{TOM}{among}{PRIYA} water the plants")


@pytest.mark.parametrize(
    ("typed", "name", "text"),
    [
        (f"Jan Jansen &lt;{JAN}&gt; send it", "Jan Jansen", "send it"),
        (f"Jan Jansen {JAN} send it", "Jan Jansen", "send it"),
        ("Jan van der Berg (jan@x.nl): send it", "Jan van der Berg", "send it"),
        (f"Jan &lt;{JAN}&gt; send it", "Jan", "send it"),
        ("Will Smith jan@x.nl send it", "Will Smith", "send it"),
        (f"Mail Jan Jansen &lt;{JAN}&gt; the plan", None, ""),
        (f"Stuur Jan Jansen {JAN} het plan", None, ""),
        (f"send {JAN} the plan", None, ""),
        (f"Jan {JAN} the plan", None, ""),
        (f"send Jan Jansen {JAN} the plan", None, ""),
    ],
)
def test_a_name_and_an_address_at_the_beginning_are_an_owner_from_outside(
    sqlite_storage: Storage, typed: str, name: str | None, text: str
) -> None:
    people, rest = read(sqlite_storage, typed)
    assert people["owner"] is None and people.get("outside") == name
    assert rest == (text or typed)
    assert not name or people["outside_email"] == "jan@x.nl"


@pytest.mark.parametrize("typed", [f"Piet de Vries {JAN}", "Piet de Vries jan@x.nl", f"{JAN}"])
def test_given_by_name_and_address(typed: str) -> None:
    named = outsider(typed)
    assert named is not None and named["outside_email"] == "jan@x.nl"
    assert named["outside"] == ("Piet de Vries" if "Piet" in typed else "")


@pytest.mark.parametrize("typed", [TOM, "@tom", "Piet de Vries"])
def test_without_an_address_it_is_nobody_from_outside(typed: str) -> None:
    assert outsider(typed) is None


@pytest.mark.parametrize(
    ("said", "due", "starts", "repeats"),
    [
        ("check it every first Monday", date(2026, 12, 7), None, "every first Monday"),
        ("test it from Monday by Friday", date(2026, 12, 4), date(2026, 11, 30), ""),
        ("the report of 12 May", None, None, ""),
    ],
)
def test_a_message_proposes_what_it_says_at_its_end(
    sqlite_storage: Storage, said: str, due: date | None, starts: date | None, repeats: str
) -> None:
    with asked(sqlite_storage, "") as request:
        filled = proposal(request, Heard("C1", str(MONDAY.timestamp()), said), "Europe/Amsterdam")
    assert (filled["due"], filled["starts"], filled["repeats"]) == (due, starts, repeats)
    assert said.startswith(filled["text"])


def test_two_owners_are_none(sqlite_storage: Storage) -> None:
    with pytest.raises(OneOwner):
        read(sqlite_storage, f"{TOM} {PRIYA} write it")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wait 12 for 9", ("wait", "12 for 9")),
        ("wacht A-12 op antwoord leverancier", ("wait", "A-12 op antwoord leverancier")),
        ("verder 12", ("go", "12")),
        ("begin 12 maandag", ("start", "12 maandag")),
        ("start 12", ("start", "12")),
        (f"meedoen 12 {TOM} {PRIYA}", ("helpers", f"12 {TOM} {PRIYA}")),
        ("helpers 12 none", ("helpers", "12 none")),
        ("start the pump", None),
        ("begin pilot", None),
        ("wait outside", None),
        ("go live", None),
    ],
)
def test_a_verb_is_a_sub_word_only_with_a_number(typed: str, meant: tuple[str, str] | None) -> None:
    assert open_registry().subcommands["action"].read(typed, "/action") == meant


@pytest.mark.parametrize("text", ["&lt;3 the customer", "&gt; 5 % is too much", "&amp;Co must be asked"])
def test_a_text_behind_its_owner_keeps_its_first_sign(sqlite_storage: Storage, text: str) -> None:
    people, rest = read(sqlite_storage, f"{TOM} {text}")
    assert (people["owner"], rest) == (user("tom"), text)


@pytest.mark.parametrize("between", ["&amp;", "&", " &amp; ", ", ", " en "])
def test_two_owners_are_none_whatever_stands_between_them(sqlite_storage: Storage, between: str) -> None:
    with pytest.raises(OneOwner):
        read(sqlite_storage, f"{TOM}{between}{PRIYA} write it")


def test_a_long_text_is_not_read_for_dates_once_for_each_name_in_it(sqlite_storage: Storage) -> None:
    names = f"sit with {PRIYA} and talk " * 1000
    people, rest = read(sqlite_storage, f"{TOM} {names}")
    assert "helpers" not in people and rest == names.strip()
