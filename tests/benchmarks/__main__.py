"""`python -m tests.benchmarks [NAME …] [--json]`: ends with 1 when a bar was not held."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path

from tests.benchmarks.rows import Row, as_table

PREFIX = "bench_"


def benchmarks() -> dict[str, Callable[[], list[Row]]]:
    """All there are, by name: `bench_jobs_sqlite` is called jobs-sqlite."""
    files = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    modules = [import_module(f"{__package__}.{file.stem}") for file in files]
    return {
        name.removeprefix(PREFIX).replace("_", "-"): function
        for module in modules
        for name, function in getmembers(module, isfunction)
        if name.startswith(PREFIX) and function.__module__ == module.__name__
    }


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="one object a row")
    asked = parser.parse_args()
    known = benchmarks()
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(known)}")
    rows = [row for name in asked.names or known for row in known[name]()]
    if asked.json:
        for row in rows:
            print(json.dumps({"name": row.name, "value": row.value, "bar": row.bar, "ok": row.ok}))
    else:
        print(as_table(rows))
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
