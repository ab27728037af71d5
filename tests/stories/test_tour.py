"""The demo's tour: the main job in the terminal, each line as it came back from the local Slack."""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.clocks import CLOCKS, Clock, can_fake

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]


def test_the_tour_plays_the_whole_main_job_and_says_what_is_missing(tmp_path: Path) -> None:
    """Played again over the same data, the first step finds another number than it should."""
    command = [sys.executable, "-m", "bot", "demo", "--tour", "--keep", str(tmp_path)]
    first, again = (
        subprocess.run(command, capture_output=True, text=True, timeout=50, check=False, cwd=ROOT)
        for _ in range(2)
    )
    assert first.returncode == 0, first.stdout + first.stderr
    told = re.findall(r"│ (.*)", first.stdout)
    for words in ("update the risk log", "Sprint review", "Sprint review · minutes", "B-1"):
        assert any(words in line for line in told), words
    assert again.returncode == 1 and "✗" in again.stdout


def test_the_demo_opens_in_the_dutch_project_where_that_is_asked(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "bot",
        "demo",
        "--no-browser",
        "--language",
        "nl",
        "--keep",
        str(tmp_path),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as demo:
        assert demo.stdout is not None
        address = next(word for word in demo.stdout.readline().split() if word.startswith("http://"))
        with urllib.request.urlopen(f"{address}/local/page/guide", timeout=5) as answer:
            scenes = json.load(answer)["scenes"]
        demo.terminate()
    assert [scene["title"] for scene in scenes] == ["Nederlands project", "English project"]
    assert len(scenes[0]["steps"]) == 6 and scenes[0]["nine"] == "Het is 9 uur ▸"


FAR_APART = [clock for clock in CLOCKS if clock.name in ("saturday", "new-year")]


@pytest.mark.parametrize("clock", FAR_APART, ids=lambda clock: clock.name)
def test_the_tour_is_the_same_whatever_the_machine_s_clock_says(clock: Clock) -> None:
    """All fourteen clocks: `python -m tests.benchmarks calendar`."""
    if not can_fake():
        pytest.skip("libfaketime does not work on this machine, so that its clock cannot be set for a test")
    done = clock.run([sys.executable, "-m", "bot", "demo", "--tour"], timeout=50)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tuesday 10:46" in done.stdout
