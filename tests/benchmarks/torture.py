"""Views of 0, 1, 50 and 500 of everything, with the longest texts, in both languages."""

import re
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.rows import Row

ROOT = Path(__file__).parents[2]
VIEWS = sorted(str(path) for path in (ROOT / "tests").glob("*/test_*views.py"))


def bench_torture() -> list[Row]:
    """The tests of the views put each into the local Slack's own checks; what these refuse is counted."""
    assert VIEWS, "without files pytest would run all tests there are"
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", *VIEWS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}
    refused = counts.get("failed", 0) + counts.get("error", 0) + (done.returncode != 0)
    what = "views refused by the local Slack: 0 to 500 items, longest texts, both languages"
    return [Row("torture", what, refused, 0, f"{counts.get('passed', 0)} checks held")]
