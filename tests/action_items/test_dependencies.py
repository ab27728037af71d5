"""Helpers, owners from outside, and items that wait or start later: what they leave in the tables."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.action_items import change
from bot.action_items.dependencies import (
    ClosedAlready,
    NoAddress,
    NoNameOutside,
    StartsAfterDue,
    WaitsInCircle,
    responsible_for,
)
from bot.action_items.notices import STARTS, start
from bot.core.context import new_batch
from bot.core.errors import OneOwner, PersonIsGuest, PersonOutside, Rejected, UnknownNumber
from bot.core.undo import undo_batch
from bot.people.preferences import Absence, Absences
from bot.people.quiet_hours import waiting
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.item_acts import DAY, act, done, edited, events, kept, raised, refused, taken_back, told
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


# Helpers


def test_a_helper_is_told_once_and_the_owner_helps_nobody(atlas: Atlas) -> None:
    item = raised(atlas, helpers=[user("priya"), user("tom"), user("priya")])
    assert item.helpers == [user("priya")]
    edited(atlas, 1, text="write the whole plan")
    edited(atlas, 1, helpers=[user("priya"), user("sanne")])  # by Sanne herself
    assert told(atlas, "helping") == [user("priya")]
    with atlas.unit() as uow:
        change.give(atlas.ctx(uow, MONDAY, "sanne"), 1, user("priya"))
    assert kept(atlas).helpers == [user("sanne")]


def test_who_may_not_see_the_project_cannot_help(atlas: Atlas) -> None:
    with pytest.raises(PersonIsGuest):
        raised(atlas, helpers=[user("gina")])
    raised(atlas)
    assert refused(atlas, 1, helpers=[user("otto")]) == {"helpers": PersonOutside}


# An owner from outside


def test_who_raised_it_is_asked_for_an_owner_from_outside(atlas: Atlas) -> None:
    item = raised(atlas, owner=None, outside=" Jan Jansen ", outside_email="jan@x.nl")
    assert (item.owner, item.outside, item.outside_email) == (None, "Jan Jansen", "jan@x.nl")
    assert responsible_for(item) == user("sanne") and told(atlas, "mine") == []
    with atlas.unit() as uow:
        change.give(atlas.ctx(uow, MONDAY, "sanne"), 1, user("tom"))
    assert (kept(atlas).outside, kept(atlas).outside_email, responsible_for(kept(atlas))) == (
        None,
        None,
        user("tom"),
    )
    edited(atlas, 1, outside="Jan Jansen", outside_email="jan@x.nl")
    assert (kept(atlas).owner, kept(atlas).outside) == (None, "Jan Jansen")
    taken_back(atlas, 1, "sanne")
    assert (kept(atlas).owner, kept(atlas).outside) == (user("tom"), None)


def test_somebody_of_the_workspace_is_no_outsider(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put(person("priya", email="priya@x.nl"))
    item = raised(atlas, owner=None, outside="Priya", outside_email="Priya@x.nl")
    assert (item.owner, item.outside, item.outside_email) == (user("priya"), None, None)


@pytest.mark.parametrize(
    ("terms", "reasons"),
    [
        ({"outside": "Jan"}, {"outside_email": NoAddress}),
        ({"outside": "Jan", "outside_email": "jan at x.nl"}, {"outside_email": NoAddress}),
        ({"outside": "", "outside_email": "jan@x.nl"}, {"outside": NoNameOutside}),
        ({"owner": "UTOM", "outside": "Jan", "outside_email": "jan@x.nl"}, {"outside": OneOwner}),
    ],
)
def test_an_owner_from_outside_is_one_with_a_name_and_an_address(
    atlas: Atlas, terms: dict[str, Any], reasons: dict[str, type[Rejected]]
) -> None:
    raised(atlas)
    assert refused(atlas, 1, **terms) == reasons
    assert kept(atlas).version == 1


# Waiting


def test_when_what_it_waited_for_is_done_it_can_go_on_and_its_owner_is_told(atlas: Atlas) -> None:
    raised(atlas, text="sign the contract")
    raised(atlas, owner=user("priya"), waits_for=1)
    assert kept(atlas, 2).waiting
    done(atlas, 1)
    assert not kept(atlas, 2).waiting and told(atlas, "freed") == [user("priya")]
    assert events(atlas)[-2:] == [(1, "done", "UTOM"), (2, "freed", "spil")]
    taken_back(atlas, 1)
    assert kept(atlas, 2).waits_for == 1
    act(atlas, change.drop, 1)
    assert not kept(atlas, 2).waiting


def test_who_closes_the_first_themselves_needs_no_message_of_it(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    done(atlas, 1, "tom")
    assert told(atlas, "freed") == []


def test_nothing_waits_for_itself_or_for_what_is_closed_or_never_was(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    raised(atlas, waits_for=2)
    assert refused(atlas, 1, waits_for=1) == {"waits_for": WaitsInCircle}
    with pytest.raises(WaitsInCircle) as wrong:
        edited(atlas, 1, waits_for=3)
    assert wrong.value.numbers == (1, 3, 2, 1)
    assert refused(atlas, 1, waits_for=99) == {"waits_for": UnknownNumber}
    done(atlas, 1)
    assert refused(atlas, 3, waits_for=1) == {"waits_for": ClosedAlready}


def test_an_undo_brings_back_no_circle_and_no_wait_for_what_is_closed(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    edited(atlas, 2, "tom", waits_for=None)
    edited(atlas, 1, waits_for=2)
    taken_back(atlas, 2)
    assert (kept(atlas, 1).waits_for, kept(atlas, 2).waits_for) == (2, None)


def test_taken_back_together_one_waits_for_the_other_again(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom")
        act = new_batch(ctx)
        for number in (1, 2):
            change.finish(act, number)
        undo_batch(ctx, act.batch or "")
    assert (kept(atlas, 1).open, kept(atlas, 2).open, kept(atlas, 2).waits_for) == (True, True, 1)


# Starting later


def starts(atlas: Atlas) -> list[JobRow]:
    return [job for job in rows(atlas.storage, JobRow) if job.kind == STARTS]


def test_its_owner_gets_it_in_the_morning_of_the_day_that_it_starts(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY - DAY)
    assert told(atlas, "mine") == [] and not kept(atlas).begun(MONDAY.date())
    [job] = starts(atlas)
    assert job.due_at.astimezone(UTC) == datetime(2026, 11, 26, 9, tzinfo=UTC)  # 9:00 in London
    with atlas.unit() as uow:
        start(uow, job.due_at, job)
    with atlas.unit() as uow:
        [held] = waiting(uow, "T1", user("tom"))
    assert (held.notice.kind, held.due_at) == ("action_items.mine", job.due_at)


def test_put_forward_it_is_theirs_at_once_and_put_off_only_later(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY - DAY)
    [first] = starts(atlas)
    edited(atlas, 1, starts=FRIDAY)
    [second] = starts(atlas)
    assert told(atlas, "mine") == [] and second.due_at > first.due_at
    edited(atlas, 1, starts=None)
    assert told(atlas, "mine") == [user("tom")] and starts(atlas) == []


def test_who_is_away_that_day_gets_it_when_they_are_back(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY)
    [job] = starts(atlas)
    with atlas.unit() as uow:
        tuesday = FRIDAY + 4 * DAY
        uow.of(Absences).add(Absence(team="T1", user=user("tom"), first=FRIDAY, last=tuesday))
        start(uow, job.due_at, job)
    assert told(atlas, "mine") == []
    again = max(starts(atlas), key=lambda job: job.due_at)
    assert again.due_at.astimezone(UTC) == datetime(2026, 12, 2, 9, tzinfo=UTC)


def test_who_went_west_since_gets_it_in_their_morning_there(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY)
    [job] = starts(atlas)
    with atlas.unit() as uow:
        uow.people.put(person("tom").model_copy(update={"zone": "Pacific/Honolulu"}))
        start(uow, job.due_at, job)
    assert told(atlas, "mine") == []  # there it is Thursday evening
    again = max(starts(atlas), key=lambda job: job.due_at)
    assert again.due_at.astimezone(UTC) == datetime(2026, 11, 27, 19, tzinfo=UTC)


def test_what_is_closed_or_given_away_starts_for_nobody(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY)
    [job] = starts(atlas)
    done(atlas, 1)
    assert starts(atlas) == []
    with atlas.unit() as uow:
        start(uow, job.due_at, job)
    assert told(atlas, "mine") == []


def test_nothing_starts_behind_its_date(atlas: Atlas) -> None:
    raised(atlas)
    assert refused(atlas, 1, starts=FRIDAY + DAY) == {"starts": StartsAfterDue}
    edited(atlas, 1, starts=FRIDAY)
    assert refused(atlas, 1, due=FRIDAY - DAY) == {"due": StartsAfterDue}
