"""README, manifest, settings and code agree."""

import re
import subprocess

import pytest
from PIL import Image

from bot.core.language import Language
from bot.runtime.wiring import open_registry
from handlers.slack.manifest import SCOPES, manifest
from tests import readme

ROOT = readme.ROOT
PAGES = {language: page.read_text() for language, page in readme.READMES.items()}
FIRST = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/spil demo"
SECOND = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"
COMMANDS = {Language.en: "## All commands", Language.nl: "## Alle commando's"}
PERMISSIONS = {
    Language.en: "### What each permission is for",
    Language.nl: "### Waar elke toestemming voor dient",
}
HEAVIEST = 1_500_000
"""Bytes of a picture."""

in_both = pytest.mark.parametrize("language", Language)


def rows_under(language: Language, heading: str) -> list[list[str]]:
    """The cells of the tables under a heading."""
    section = PAGES[language].split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@in_both
def test_the_two_commands_stand_in_the_readme(language: Language) -> None:
    assert FIRST in PAGES[language]
    assert SECOND in PAGES[language]


def test_both_readmes_have_the_same_sections_rows_and_points_in_the_same_order() -> None:
    shapes = [re.findall(r"^(#+ |\||- |\d\. |!\[|```)", page, re.MULTILINE) for page in PAGES.values()]
    assert shapes[0] == shapes[1]


def test_both_readmes_give_the_same_code_settings_and_addresses() -> None:
    fences = [re.findall(r"```.*?```", page, re.DOTALL) for page in PAGES.values()]
    assert fences[0] == fences[1]
    for facts in (
        r"https://[\w./]+",
        r"\b[A-Z]+_[A-Z_]+\b",
        r"`(?:[a-z]+:[a-z.]+|\.venv/[^`]+|spil \w+)`",
    ):
        english, dutch = (sorted(re.findall(facts, page)) for page in PAGES.values())
        assert english == dutch
    numbers = (sorted(re.findall(r"\d[\d,.:]*", re.sub(r"`.*?`", "", page))) for page in PAGES.values())
    assert next(numbers) == next(numbers)


def test_ci_runs_the_second_command_word_for_word() -> None:
    assert SECOND in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_readme_says_what_each_scope_is_for_and_names_no_other() -> None:
    told = {cells[0].strip("`"): cells[1] for cells in rows_under(Language.en, PERMISSIONS[Language.en])}
    assert told == SCOPES
    in_dutch = [cells[0].strip("`") for cells in rows_under(Language.nl, PERMISSIONS[Language.nl])]
    assert in_dutch == [*told]


@in_both
def test_the_readme_shows_every_command_in_both_words(language: Language) -> None:
    shown = " ".join(cells[0] for cells in rows_under(language, COMMANDS[language]))
    for word in open_registry().words.values():
        for typed in (word.en, word.nl):
            assert f"`/{typed}" in shown or f"`/spil {typed}" in shown


@in_both
def test_the_readme_has_a_row_for_every_verb_as_it_is_declared(language: Language) -> None:
    """`python -m tests.readme` writes them."""
    found = readme.BLOCK.search(PAGES[language])
    assert found is not None and found[0] == readme.block(language)


def test_the_manifest_subscribes_to_what_is_listened_to_and_to_nothing_else() -> None:
    registry = open_registry()
    made = manifest(registry, {"/spil": "spil"})
    assert made["settings"]["event_subscriptions"]["bot_events"] == sorted(registry.events)


@in_both
def test_every_page_and_picture_that_is_pointed_to_is_there_and_light(language: Language) -> None:
    """`python -m tests.pictures` makes the pictures."""
    home = readme.READMES[language].parent
    pages = [page for page in re.findall(r"\]\(([^)#]+)\)", PAGES[language]) if "://" not in page]
    assert [page for page in pages if not (home / page).exists()] == []
    assert [page for page in pages if (home / page).stat().st_size > HEAVIEST] == []


@in_both
def test_the_first_picture_is_played(language: Language) -> None:
    home = readme.READMES[language].parent
    first = re.findall(r"!\[[^]]+\]\(([^)]+)\)", PAGES[language])[0]
    with Image.open(home / first) as picture:
        assert getattr(picture, "n_frames", 1) > 5


def test_no_committed_file_names_a_package_registry() -> None:
    hosts = "|".join(("py" + "pi.org", "pythonho" + "sted", "npm" + "js.org", "npm" + "js.com"))
    found = subprocess.run(
        ["git", "grep", "-lIE", hosts], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout == ""
