"""`python -m tests.pictures`: makes the README's pictures anew, from the running product."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize

from storage.core.engine import open_engine
from storage.core.schema import migrate
from tests.kit.browsing import chromium
from tests.kit.clock import AMSTERDAM
from tests.kit.office import Office, open_office

FOLDER = Path(__file__).parents[1] / ".github"
SIZE: ViewportSize = {"width": 1280, "height": 800}
NOTES = """Present: Tom, Priya, Sanne
The portal's test environment is up.
DECISION: we go live with the first customers on 1 December
ACTION: Priya - write the release notes - Friday
ACTION: Sanne - ask legal about the terms"""
LIST = """- @priya order the chairs by Friday
- @tom call the landlord tomorrow
- book the van
- Sanne: measure the room - 4 December"""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, chromium() as browser:
        url = f"sqlite:///{folder}/spil.db"
        engine = open_engine(url)
        migrate(engine)
        engine.dispose()
        with open_office(url) as office:
            _play(office, browser.new_page(viewport=SIZE, locale="en-GB"))


def _play(office: Office, page: Page) -> None:
    tom = office.person("tom")
    tom.command("/project", "atlas")
    tom.fill({"zone": "Europe/Amsterdam"})
    tom.submit()
    office.settle()
    tom.command("/action @priya update the risk log by Friday", "atlas")
    tom.command("/meeting Sprint review with @priya @sanne tomorrow 14:00 45m", "atlas")
    office.settle()
    for name, answer in (("priya", "Yes"), ("sanne", "Ja")):
        invitation = next(each for each in office.person(name).dm("spil") if answer in each.buttons())
        office.person(name).click(invitation, answer)
    office.settle()
    _take(office, page, "tom", "atlas", "channel")
    _take(office, page, "priya", "dm", "direct-message")
    tom.command(f"/action {LIST}", "atlas")
    _take(office, page, "tom", "atlas", "lines")
    office.set_clock(datetime(2026, 11, 24, 14, 46, tzinfo=AMSTERDAM))
    tom.click(tom.dm("spil")[-1], "Paste notes")
    tom.fill({"notes": NOTES})
    tom.submit()
    office.settle()
    _take(office, page, "tom", "dm", "minutes")


def _take(office: Office, page: Page, name: str, place: str, picture: str) -> None:
    person = office.person(name)
    conversation = person.dm("spil")[-1].channel if place == "dm" else office.slack.channel_id(place)
    page.goto("about:blank")
    page.goto(f"{office.slack.url}/#/{person.id}/{conversation}")
    page.wait_for_load_state("networkidle")
    page.get_by_text("Spil").first.wait_for()
    page.wait_for_function("document.querySelectorAll('button').length > 5")
    page.screenshot(path=str(FOLDER / f"{picture}.png"))


if __name__ == "__main__":
    main()
