"""`python -m tests.pictures`: makes the README's pictures anew in both languages, from the running demo."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from bot.sandbox import LocalSlack
from tests.kit.browsing import chromium
from tests.kit.demo import open_demo

FOLDER = Path(__file__).parents[1] / ".github"
DESK: ViewportSize = {"width": 1180, "height": 760}
STAGE: ViewportSize = {"width": 960, "height": 600}
COLOURS = 64
AT_A_TIME = 6
"""Characters typed from one frame of the film to the next."""
BRIEF, READ, LAST = 120, 2200, 4000
"""How long a frame stands, ms."""


@dataclass(frozen=True)
class Play:
    """Who types and who acts, what is typed for a meeting, and which words of the page show how far it is."""

    author: str
    channel: str
    owner: str
    done: str
    meeting: str


PLAYS = {
    "en": Play("tom", "atlas", "priya", "Done", "/meeting Retro with @priya @sanne next week 45m"),
    "nl": Play("sanne", "molen", "joost", "Gereed", "/overleg Retro met @joost volgende week 45m"),
}


@dataclass
class Film:
    page: Page
    frames: list[Image.Image] = field(default_factory=list)
    stand: list[int] = field(default_factory=list)

    def take(self, milliseconds: int) -> None:
        self.page.mouse.move(0, 0)
        self.frames.append(Image.open(BytesIO(self.page.screenshot())).convert("RGB").quantize(COLOURS))
        self.stand.append(milliseconds)

    def save(self, path: Path) -> None:
        first, *rest = self.frames
        first.save(path, save_all=True, append_images=rest, duration=self.stand, loop=0, optimize=True)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with chromium() as browser:
        for language, play in PLAYS.items():
            with TemporaryDirectory() as folder, open_demo(language, Path(folder)) as slack:
                _film(slack, browser, language, play)
            with TemporaryDirectory() as folder, open_demo(language, Path(folder)) as slack:
                _stills(slack, browser, language, play)


def _film(slack: LocalSlack, browser: Browser, language: str, play: Play) -> None:
    """An item is typed, reaches its owner, who is done with it; and the card ticks itself."""
    page = browser.new_page(viewport=STAGE, locale="en-GB")
    film = Film(page)
    step, box = slack.guide.scenes[0].steps[0], page.locator("#foot textarea")
    text = _text_of(step.fill)
    _open(page, slack, play.author, slack.channel_id(play.channel))
    film.take(READ)
    for end in range(AT_A_TIME, len(step.fill) + AT_A_TIME, AT_A_TIME):
        box.fill(step.fill[:end])
        film.take(BRIEF)
    box.press("Enter")
    page.locator(".message", has_text=text).last.wait_for()
    film.take(READ)
    _open(page, slack, play.owner, slack.person(play.owner).dm("spil")[-1].channel)
    film.take(READ)
    page.get_by_role("button", name=play.done).last.click()
    page.locator(".message", has=page.get_by_text("✓"), has_text=text).last.wait_for()
    film.take(READ)
    _open(page, slack, play.author, slack.channel_id(play.channel))
    page.locator(".message", has=page.get_by_text("✓"), has_text=text).last.wait_for()
    film.take(LAST)
    film.save(FOLDER / f"done-{language}.gif")
    page.close()


def _text_of(typed: str) -> str:
    """The words between the owner and the date of what the first step fills in."""
    return " ".join(typed.split()[2:-2])


def _stills(slack: LocalSlack, browser: Browser, language: str, play: Play) -> None:
    """Moments for a meeting, the preview of many lines, the channel on Monday at nine, and what minutes are
    made of."""
    page = browser.new_page(viewport=DESK, locale="en-GB")
    steps, box = page.locator(".step"), page.locator("#foot textarea")
    _open(page, slack, play.author, slack.channel_id(play.channel))
    box.fill(play.meeting)
    box.press("Enter")
    page.locator("[data-key*='meetings.moment/0']").wait_for()
    _take(page, f"moments-{language}")
    steps.nth(3).click()
    box.press("Enter")
    adds = page.get_by_role("dialog").locator("button.primary")
    adds.wait_for()
    _take(page, f"lines-{language}")
    adds.click()
    _seen(page, 3)
    steps.nth(4).click()
    _seen(page, 4)
    _take(page, f"digest-{language}")
    steps.nth(5).click()
    box.press("Enter")
    page.locator(f".news a[href^='#/{slack.user_id(play.author)}/']").first.click()
    page.locator("[data-key*='minutes.send']").wait_for()
    _take(page, f"minutes-{language}")


def _seen(page: Page, step: int) -> None:
    page.locator(f".step.seen[data-key='step-{step}']").wait_for()


def _take(page: Page, picture: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=str(FOLDER / f"{picture}.png"))


def _open(page: Page, slack: LocalSlack, name: str, channel: str) -> None:
    page.goto(f"{slack.url}/#/{slack.user_id(name)}/{channel}")
    page.locator("#foot textarea").wait_for()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main()
