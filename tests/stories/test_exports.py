"""Taking action items along: a file in person, of what one may see."""

import csv
import io

import pytest
from icalendar import Calendar

from bot.sandbox import Message
from bot.sandbox.state import TEAM_ID
from tests.kit.office import Office
from tests.kit.story import PLAN, dm, dm_texts, read, replies, type_in


@pytest.fixture
def atlas(office: Office) -> Office:
    office.project("atlas")
    type_in(office, "sanne", "/action @tom update the risk log by Friday")
    type_in(office, "sanne", "/action @priya =SUM(A1) is not a formula")
    type_in(office, "sanne", "/action done 1")
    return office


def file(office: Office, who: str) -> tuple[Message, bytes]:
    office.settle()
    sent = next(each for each in reversed(office.person(who).dm()) if each.files)
    return sent, office.slack.ws.files[sent.files[0]].content


def table(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def test_a_spreadsheet_of_all_that_a_project_has(atlas: Office) -> None:
    assert "on its way" in type_in(atlas, "tom", "/action export csv")
    sent, content = file(atlas, "tom")
    assert "2 action items" in sent.words()
    rows = table(content)
    assert {row["Number"]: (row["Status"], row["Owner"], row["Due"]) for row in rows} == {
        "A-1": ("done", "tom", "2026-11-27"),
        "A-2": ("open", "priya", ""),
    }
    assert rows[1]["Action item"].startswith("'=SUM") or rows[0]["Action item"].startswith("'=SUM")


def test_all_that_an_item_waits_for_stands_in_the_file(atlas: Office) -> None:
    type_in(atlas, "sanne", "/action @tom sign the contract")
    type_in(atlas, "priya", "/action wait 2 for 3")
    type_in(atlas, "priya", "/action wait 2 for the permit")
    type_in(atlas, "tom", "/action export csv")
    waits = {row["Number"]: row["Waits for"] for row in table(file(atlas, "tom")[1])}
    assert waits["A-2"] == "A-3, the permit"


def test_in_dutch_with_a_filter_and_semicolons(office: Office) -> None:
    office.project("molen", language="nl")
    type_in(office, "sanne", "/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    type_in(office, "sanne", "/spil actie haal dozen", "molen")
    type_in(office, "joost", "/spil actie exporteer csv mijn", "molen")
    [row] = table(file(office, "joost")[1], ";")
    assert (row["Actiepunt"], row["Datum"]) == ("bel de verhuizer", "2026-11-27")


def test_all_projects_as_to_dos_and_none_that_he_may_not_see(atlas: Office) -> None:
    atlas.project("kluis", name="Kluis")
    type_in(atlas, "sanne", "/action @joost tel het geld", "kluis")
    type_in(atlas, "tom", "/action export ics all projects")
    todos = Calendar.from_ical(file(atlas, "tom")[1]).walk("VTODO")
    uids = sorted(str(todo["uid"]) for todo in todos)
    assert uids == [f"{TEAM_ID}-1-A{number}-20261123T080000@spil" for number in (1, 2)]
    assert {str(todo["status"]) for todo in todos} == {"COMPLETED", "NEEDS-ACTION"}


def test_nothing_to_take_along_says_so(office: Office) -> None:
    office.project("atlas")
    type_in(office, "tom", "/action export xlsx")
    assert "There are no action items like that to export" in dm_texts(office, "tom")[-1]


REFUSALS = {
    "missing_scope": "reinstall the app",
    "file_upload_size_restricted": "Ask for less",
    "restricted_action": "Ask an administrator",
}


@pytest.mark.parametrize("error", REFUSALS)
def test_a_file_that_slack_refuses_is_told_to_who_asked_with_what_to_do(atlas: Office, error: str) -> None:
    atlas.slack.fault("files.completeUploadExternal", kind="error", error=error)
    type_in(atlas, "tom", "/action export csv")
    [told] = [text for text in dm_texts(atlas, "tom") if text.startswith("I couldn't send you the file")]
    assert "Action items Atlas: Slack refuses it" in told
    assert error in told and REFUSALS[error] in told
    atlas.advance(seconds=1)
    type_in(atlas, "tom", "/action export csv")
    assert file(atlas, "tom")[1]


def test_in_dutch_and_once_though_its_answer_was_lost(office: Office) -> None:
    office.project("molen", language="nl")
    type_in(office, "sanne", "/spil actie haal dozen", "molen")
    office.slack.fault("files.getUploadURLExternal", kind="error", error="missing_scope", times=2)
    office.slack.fault("chat.postMessage", kind="cut_after")
    type_in(office, "joost", "/spil actie exporteer csv", "molen")
    office.settle()
    office.advance(seconds=60)
    [told] = [text for text in dm_texts(office, "joost") if "kon ik je niet sturen" in text]
    assert "de app opnieuw te installeren" in told


def test_a_meeting_in_ones_calendar_that_cannot_be_sent_is_said_under_its_invitation(atlas: Office) -> None:
    atlas.slack.fault("files.getUploadURLExternal", kind="error", error="restricted_action", times=9)
    type_in(atlas, "tom", PLAN)
    invitation = next(each for each in dm(atlas, "priya") if "Sprint review" in read(each))
    [told] = [each for each in replies(atlas, invitation, "priya") if each.is_reply]
    assert "I couldn't send you the file Sprint review" in read(told)


def test_a_filter_without_a_format_is_a_spreadsheet_of_that(molen: Office) -> None:
    type_in(molen, "sanne", "/spil actie @joost bel de verhuizer vrijdag", "molen")
    type_in(molen, "sanne", "/spil actie bestel dozen", "molen")
    assert "komt eraan" in type_in(molen, "joost", "/spil actie exporteer mijn", "molen")
    assert any("1 actiepunt" in text for text in dm_texts(molen, "joost"))
    assert [file.name[-5:] for file in molen.slack.ws.files.values()] == [".xlsx"]


def test_a_sentence_that_begins_with_export_is_an_action_item(office: Office) -> None:
    office.project("atlas")
    assert type_in(office, "tom", "/action export the data to the client by Friday") == ""
    assert "/action export xlsx" in type_in(office, "tom", "/action export pdf")
