"""The last minutes as the canvas of the channel: written when they are sent, anew when one is corrected."""

import html
from datetime import timedelta

from bot.sandbox.faults import Fault
from bot.sandbox.state import File
from tests.kit.office import Office
from tests.kit.story import dm_texts, posts, read_all, type_in
from tests.stories.test_minutes import NOTES, NOTULEN, SEND, press, write
from tests.stories.test_minutes_afterwards import SECRET


def canvases(office: Office) -> list[File]:
    office.settle()
    return [file for file in office.slack.ws.files.values() if file.filetype == "quip"]


def words(canvas: File) -> str:
    return html.unescape(canvas.content.decode())


def canvas_of(office: Office, channel: str) -> str:
    return office.slack.ws.channels[office.slack.channel_id(channel)].canvas


def edits(office: Office) -> int:
    return sum(each.name == "canvases.edit" for each in office.slack.traffic())


def send(office: Office, who: str, notes: str, channel: str = "atlas") -> None:
    write(office, who, notes, channel, "/spil minutes" if channel == "atlas" else "/spil notulen")
    press(office, who, SEND)
    office.settle()


def settings(office: Office, ticked: list[str], channel: str = "atlas") -> None:
    type_in(office, "sanne", "/project", channel)
    sanne = office.person("sanne")
    sanne.click(sanne.sees(channel)[-1], "projects.change")
    sanne.fill({"minutes": ticked})
    assert sanne.submit() == {}
    office.settle()


def test_a_project_that_wants_it_has_its_last_minutes_as_the_canvas(atlas: Office) -> None:
    send(atlas, "tom", NOTES)
    assert canvases(atlas) == []
    settings(atlas, ["minutes_to_all", "minutes_canvas"])
    [canvas] = canvases(atlas)
    assert canvas.title == "Minutes of Atlas" and canvas_of(atlas, "atlas") == canvas.id
    assert "# Steering group" in words(canvas) and "we open the portal in January" in words(canvas)
    assert "what you change here is gone with the next minutes" in words(canvas)

    send(atlas, "priya", SECRET)
    assert canvases(atlas) == [canvas] and words(canvas).count("\n# ") == 2
    assert "1 confidential topic" in words(canvas) and "QUIETWORD" not in words(canvas)
    type_in(atlas, "tom", "/minutes correct 1 in January -> in March")
    assert "in March" in words(canvases(atlas)[0])
    calls = edits(atlas)
    settings(atlas, ["minutes_canvas"])
    assert edits(atlas) == calls > 0
    settings(atlas, [])
    type_in(atlas, "tom", "/minutes correct 1 in March -> in April")
    assert "in March" in words(canvases(atlas)[0])


def test_the_canvas_that_a_team_has_is_left_alone_and_one_that_is_gone_is_made_anew(molen: Office) -> None:
    own = File("F0OWN", "Ons bord", molen.slack.user_id("sanne"), filetype="quip", complete=True)
    molen.slack.ws.put(own)
    molen.slack.ws.channels[molen.slack.channel_id("molen")].canvas = own.id
    settings(molen, ["minutes_canvas"], "molen")
    send(molen, "joost", NOTULEN, "molen")
    [_, tab] = canvases(molen)
    assert tab.title == "Notulen van Molen" and tab.channels == [molen.slack.channel_id("molen")]
    assert own.content == b"" and "we verhuizen op 12 december" in words(tab)
    tab.deleted = True
    type_in(molen, "joost", "/spil notulen verbeter 1 12 december -> 13 december", "molen")
    assert "13 december" in words(canvases(molen)[-1]) and len(canvases(molen)) == 3


def test_without_the_right_or_a_plan_that_has_them_the_manager_hears_once_what_to_do(office: Office) -> None:
    office.project("atlas", minutes_canvas=True)
    app = office.slack.ws.app
    assert app is not None
    app.scopes.remove("canvases:write")
    for number in range(2):
        send(office, "tom", f"{NOTES}{number}")
    told = [text for text in dm_texts(office, "sanne") if "als canvas maken" in text]
    assert len(told) == 1 and "plakt spil manifest nog eens in de app" in told[0].replace("`", "")
    assert canvases(office) == [] and "we open the portal in January" in read_all(posts(office))
    app.scopes.append("canvases:write")
    send(office, "tom", f"{NOTES}once more")
    assert len(canvases(office)) == 1


def test_in_dutch_where_slack_has_none_it_says_why(office: Office) -> None:
    office.project("molen", language="nl", minutes_canvas=True)
    office.slack.faults.add(
        Fault("conversations.canvases.create", "error", error="canvas_disabled_user_team")
    )
    send(office, "joost", NOTULEN, "molen")
    told = [text for text in dm_texts(office, "sanne") if "als canvas maken" in text]
    assert len(told) == 1 and "Slack zegt `canvas_disabled_user_team`" in told[0]


def test_where_the_answer_is_lost_there_is_one_canvas_all_the_same(office: Office) -> None:
    office.project("atlas", minutes_canvas=True)
    office.slack.faults.add(Fault("conversations.canvases.create", "cut_after"))
    send(office, "tom", NOTES)
    office.slack.advance(timedelta(minutes=1))
    office.spil.clock.wake()
    send(office, "tom", f"{NOTES}once more")
    [canvas] = canvases(office)
    assert words(canvas).count("\n# ") == 2
