"""What the running bot takes while nobody asks it anything, and how soon the demo's page is there."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.rows import Row
from tests.kit.processes import ColdProcess, bot_process, open_slack

ROOT = Path(__file__).parents[2]
SETTLE, WATCH = 5, 30
"""Seconds."""
TICKS = os.sysconf("SC_CLK_TCK")


def bench_rest() -> list[Row]:
    """The bot alone, as `spil run`, connected over Socket Mode; the local Slack is another process."""
    with (
        open_slack() as slack,
        TemporaryDirectory() as folder,
        bot_process(slack, f"sqlite:///{folder}/spil.db", Path(folder) / "log", ColdProcess) as bot,
    ):
        pid = bot.process.pid
        time.sleep(SETTLE)
        before = _cpu_seconds(pid)
        time.sleep(WATCH)
        share = (_cpu_seconds(pid) - before) / WATCH * 100
        memory = _memory(pid)
    return [
        Row("memory", "MB resident at rest", round(memory, 1), 120, f"{memory:.0f} MB"),
        Row("cpu", f"% of one core at rest, over {WATCH} s", round(share, 2), 1, f"{share:.2f} %"),
    ]


def bench_start() -> list[Row]:
    """The README's command in a clean clone, wheels cached, until the page answers."""
    with TemporaryDirectory() as folder:
        clone = Path(folder) / "spil"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        began = time.perf_counter()
        subprocess.run(["python3", "-m", "venv", ".venv"], cwd=clone, check=True)
        pip = [".venv/bin/pip", "install", "-q", "."]
        subprocess.run(pip, cwd=clone, check=True)
        demo_began = time.perf_counter()
        _until_the_page_answers(clone)
        done = time.perf_counter()
    whole, demo = done - began, done - demo_began
    return [
        Row("start", "s from README command to the page, clean clone", round(whole, 1), 60, f"{whole:.1f} s"),
        Row("start-demo", "s of these for the demo itself", round(demo, 2), 3, f"{demo:.2f} s"),
    ]


def _until_the_page_answers(clone: Path) -> None:
    command = [str(clone / ".venv/bin/spil"), "demo", "--no-browser"]
    with subprocess.Popen(command, cwd=clone, stdout=subprocess.PIPE, stderr=sys.stderr, text=True) as demo:
        assert demo.stdout is not None
        line = demo.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http://"))
        with urllib.request.urlopen(address, timeout=5) as page:
            assert page.status == 200
        demo.terminate()


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    """In MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1]) / 1024
