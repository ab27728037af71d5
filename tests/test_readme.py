"""README, manifest, settings and code agree."""

import re
import subprocess
from pathlib import Path

import pytest

from bot.runtime.wiring import open_registry
from handlers.slack.manifest import SCOPES, manifest
from tests import readme

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
FIRST = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/spil demo"
SECOND = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"


def rows_under(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    section = README.split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_two_commands_stand_in_the_readme() -> None:
    assert FIRST in README
    assert SECOND in README


def test_ci_runs_the_second_command_word_for_word() -> None:
    assert SECOND in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_readme_says_what_each_scope_is_for_and_names_no_other() -> None:
    told = {cells[0].strip("`"): cells[1] for cells in rows_under("### What each permission is for")}
    assert told == SCOPES


def test_the_readme_shows_every_command_in_both_words() -> None:
    shown = " ".join(cells[0] for cells in rows_under("## Commands"))
    for word in open_registry().words.values():
        for typed in (word.en, word.nl):
            assert f"`/{typed}" in shown or f"`/spil {typed}" in shown


def test_the_readme_has_a_row_for_every_verb_as_it_is_declared() -> None:
    """`python -m tests.readme` writes them."""
    found = readme.BLOCK.search(README)
    assert found is not None and found[0] == readme.block()


def test_the_manifest_subscribes_to_what_is_listened_to_and_to_nothing_else() -> None:
    registry = open_registry()
    made = manifest(registry, {"/spil": "spil"})
    assert made["settings"]["event_subscriptions"]["bot_events"] == sorted(registry.events)


@pytest.mark.parametrize("name", re.findall(r"\]\((\.github/[^)]+)\)", README))
def test_every_picture_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_every_page_that_is_pointed_to_is_there() -> None:
    pages = [page for page in re.findall(r"\]\(([^)]+)\)", README) if "://" not in page]
    assert [page for page in pages if not (ROOT / page).exists()] == []


def test_no_committed_file_names_a_package_registry() -> None:
    hosts = "|".join(("py" + "pi.org", "pythonho" + "sted", "npm" + "js.org", "npm" + "js.com"))
    found = subprocess.run(
        ["git", "grep", "-lIE", hosts], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout == ""
