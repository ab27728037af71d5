"""Two processes on PostgreSQL, one of them paused beyond its lease, at each step of showing something."""

from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.rows import Row
from tests.kit.databases import postgres_server
from tests.kit.pauses import Pauses, open_pauses
from tests.kit.pausing import Step

TIMES = 100
UPDATES, FILES = range(70, 85), range(85, TIMES)
"""Rounds that change what stands, and that send a file; the others post."""


def bench_paused() -> list[Row]:
    started = perf_counter()
    with (
        TemporaryDirectory() as folder,
        postgres_server() as server,
        open_pauses(server.create(), Path(folder)) as pauses,
    ):
        for number in range(TIMES):
            _pause(pauses, number)
        wrong = [what for number in range(TIMES) if (what := _wrong(pauses, number))]
        files = len(pauses.files("sanne"))
        deleted = pauses.doubled()
    took = perf_counter() - started
    what = f"a process paused beyond its lease, {TIMES} times: {{}}"
    return [
        Row("paused-doubled", what.format("messages or files that stand twice"), _twice(wrong, files), 0),
        Row(
            "paused-lost",
            what.format("messages, changes or files that are not there"),
            _lost(wrong, files),
            0,
            f"{deleted} late ones taken away, {took:.0f} s",
        ),
    ]


def _pause(pauses: Pauses, number: int) -> None:
    steps, sanne = list(Step), pauses.slack.person("sanne")
    step, until_done = steps[number % len(steps)], Random(number).random() < 0.5
    if number in UPDATES:
        [card] = pauses.cards(_words(number - UPDATES.start))
        act, method = partial(sanne.click, card, "Done"), "chat.update"
    elif number in FILES:
        act, method = partial(sanne.command, "/action export", "atlas"), "files.completeUploadExternal"
    else:
        act, method = partial(sanne.command, f"/action {_words(number)}", "atlas"), "chat.postMessage"
    pauses.pause(act, method, step, until_done=until_done)


def _wrong(pauses: Pauses, number: int) -> str:
    if number in UPDATES:
        shown = pauses.cards(_words(number - UPDATES.start))
        return "" if "✓" in shown[0].words() else "lost"
    if number in FILES:
        return ""
    return {0: "lost", 1: ""}.get(len(pauses.cards(_words(number))), "twice")


def _twice(wrong: list[str], files: int) -> int:
    return wrong.count("twice") + max(0, files - len(FILES))


def _lost(wrong: list[str], files: int) -> int:
    return wrong.count("lost") + max(0, len(FILES) - files)


def _words(number: int) -> str:
    return f"chapter {number:03} of the handbook"
