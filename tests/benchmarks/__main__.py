"""`python -m tests.benchmarks [NAME …] [--json]`: ends with 1 when a bar was not held or a benchmark failed.

Standard output has the rows and nothing else; progress and logs go to standard error.
"""

import json
import os
import sys
import traceback
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from time import perf_counter
from typing import TextIO

from tests.benchmarks.rows import Row, as_table

PREFIX = "bench_"
Benchmark = Callable[[], Iterable[Row]]
"""A generator when its rows come one by one: each is printed, and kept, as soon as it is there."""


def benchmarks() -> dict[str, Benchmark]:
    """All there are, by name: `bench_jobs_sqlite` is called jobs-sqlite."""
    files = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    modules = [import_module(f"{__package__}.{file.stem}") for file in files]
    return {
        name.removeprefix(PREFIX).replace("_", "-"): function
        for module in modules
        for name, function in getmembers(module, isfunction)
        if name.startswith(PREFIX) and function.__module__ == module.__name__
    }


def main(known: Mapping[str, Benchmark] | None = None) -> int:
    parser = ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="one object a row, as it comes")
    asked = parser.parse_args()
    with _only_rows_on_stdout() as out:
        known = benchmarks() if known is None else known
        unknown = [name for name in asked.names if name not in known]
        if unknown:
            parser.error(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(known)}")
        return _run({name: known[name] for name in asked.names or known}, out, as_json=asked.json)


def _run(chosen: Mapping[str, Benchmark], out: TextIO, *, as_json: bool) -> int:
    rows: list[Row] = []
    failed: list[str] = []
    for number, (name, benchmark) in enumerate(chosen.items(), 1):
        _tell(f"{name} … ({number} of {len(chosen)})")
        began = perf_counter()
        try:
            for row in benchmark():
                rows.append(row)
                if as_json:
                    _print_json(row, out)
        except Exception:  # noqa: BLE001 - what the other benchmarks measured must not be lost
            traceback.print_exc()
            failed.append(name)
        _tell(f"{name}: {perf_counter() - began:.1f} s")
    if not as_json:
        print(as_table(rows), file=out)
    if failed:
        _tell(f"failed: {', '.join(failed)}")
    return 0 if not failed and all(row.ok for row in rows) else 1


def _print_json(row: Row, out: TextIO) -> None:
    about = {"name": row.name, "value": row.value, "bar": row.bar, "ok": row.ok}
    print(json.dumps(about), file=out, flush=True)


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


@contextmanager
def _only_rows_on_stdout() -> Iterator[TextIO]:
    """The real standard output. All else that is printed goes to standard error, at the level of the file
    descriptor: logs bind their stream early, and helper processes inherit it."""
    sys.stdout.flush()
    real = os.dup(1)
    os.dup2(2, 1)
    try:
        with os.fdopen(real, "w", closefd=False) as out:
            yield out
    finally:
        sys.stdout.flush()
        os.dup2(real, 1)
        os.close(real)


if __name__ == "__main__":
    sys.exit(main())
