"""What the code weighs: lines of the product, and of decisions; files that one command passes."""

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from storage.core.engine import migrate, open_engine
from tests.benchmarks.rows import Row
from tests.kit.office import open_office

ROOT = Path(__file__).parents[2]
PRODUCT = ("bot", "handlers", "storage")
NOT_COUNTED = ("sandbox", "versions")
DECISIONS = ("bot/decisions", "handlers/decisions", "storage/decisions.py")


def bench_weight() -> Iterator[Row]:
    product = [file for folder in PRODUCT for file in (ROOT / folder).rglob("*.py")]
    lines = _lines(file for file in product if not {*file.parts} & {*NOT_COUNTED})
    yield Row("weight", "product code without sandbox and migrations, lines", lines, 28_500)
    paths = [ROOT / path for path in DECISIONS]
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else (path,))]
    yield Row("weight", "decisions, all places, both languages, without tests, lines", _lines(files), 700)
    passed = _passed("/action done 1")
    yield Row("weight", "files passed by `/action done 1`", len(passed), 28, ours=" ".join(sorted(passed)))


def _lines(files: Iterable[Path]) -> int:
    return sum(len(file.read_text().splitlines()) for file in files)


def _passed(line: str) -> set[str]:
    """Files of the product in which a function ran between the command's arrival and its ack."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/spil.db"
        engine = open_engine(url)
        migrate(engine)
        engine.dispose()
        with _listening() as passed, open_office(url) as office:
            office.project("atlas")
            tom = office.person("tom")
            for typed in ("/action write the plan", line):
                tom.command(typed, "atlas")
                office.settle()
                found = {*passed}
                passed.clear()
        return found


@contextmanager
def _listening() -> Iterator[set[str]]:
    """What runs in the threads of listeners, whichever they are."""
    passed: set[str] = set()

    def profile(frame: FrameType, event: str, _arg: Any) -> None:
        if event == "call" and threading.current_thread().name.startswith("listener"):
            file = Path(frame.f_code.co_filename)
            ours = file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in PRODUCT
            if ours and not {*file.parts} & {*NOT_COUNTED}:
                passed.add(str(file.relative_to(ROOT)))

    threading.setprofile(profile)
    try:
        yield passed
    finally:
        threading.setprofile(None)
        sys.setprofile(None)
