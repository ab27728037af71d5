"""The benchmarks' runner: what it prints where, and what a failure leaves."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPT = """
import subprocess
import sys
import structlog
from tests.benchmarks.__main__ import main
from tests.benchmarks.rows import Row

def noisy():
    print("printed by the benchmark")
    structlog.get_logger().info("logged")
    subprocess.run([sys.executable, "-c", "print('printed by a helper process')"], check=True)
    yield Row("noisy", "rows of it", 1, 2, "1 row")

def broken():
    yield Row("early", "measured before the fault", 1, 2)
    raise ValueError("out of order")

def slow():
    yield Row("first", "a row that is there", 1, 2)
    sys.stdin.readline()
    yield Row("second", "a row that takes long", 3, 2)

sys.exit(main({each.__name__: each for each in (noisy, broken, slow)}))
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SCRIPT, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, input="\n", check=False)


def test_with_json_standard_output_has_one_object_a_row_and_nothing_else() -> None:
    done = run("noisy", "--json")
    [row] = [json.loads(line) for line in done.stdout.splitlines()]
    assert row == {"name": "noisy", "value": 1, "bar": 2, "ok": True}
    assert done.returncode == 0
    for noise in ("printed by the benchmark", "logged", "printed by a helper process", "noisy … (1 of 1)"):
        assert noise in done.stderr


def test_without_json_standard_output_has_the_table_alone() -> None:
    heads, row = run("noisy").stdout.splitlines()
    assert heads.split() == ["name", "what", "ours", "other", "value", "bar", "held"]
    assert row.split()[0] == "noisy"


def test_a_benchmark_that_fails_loses_no_rows_and_is_named() -> None:
    done = run("broken", "noisy", "--json")
    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["early", "noisy"]
    assert done.returncode == 1
    assert "ValueError: out of order" in done.stderr
    assert done.stderr.splitlines()[-1] == "failed: broken"


def test_each_row_is_printed_as_soon_as_it_is_there() -> None:
    command = [sys.executable, "-c", SCRIPT, "slow", "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdout is not None
        assert json.loads(running.stdout.readline())["name"] == "first"
        rest, _ = running.communicate("\n")
    assert json.loads(rest)["name"] == "second"
    assert running.returncode == 1


def test_a_bar_that_was_not_held_ends_with_1() -> None:
    assert run("slow", "--json").returncode == 1
