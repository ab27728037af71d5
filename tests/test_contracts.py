"""Who may import whom stands in pyproject.toml, as contracts of import-linter; here they are held."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
OURS = {"bot", "handlers", "storage"}


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def test_every_contract_is_kept() -> None:
    lint = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run(lint, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(contracts())} kept, 0 broken." in done.stdout


def test_no_contract_has_exceptions() -> None:
    assert not [contract["name"] for contract in contracts() if contract.get("ignore_imports")]


def test_every_capability_stands_in_the_order() -> None:
    """`exhaustive` holds it within a package; here for all packages."""
    of_layers = {place for contract in contracts() for place in contract.get("containers", ())}
    assert of_layers == OURS


def test_the_top_level_holds_nothing_else() -> None:
    allowed = OURS | {"tests", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"}
    listed = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    made_by_tools = {"spil.egg-info", "build", "data"}
    assert listed - made_by_tools <= allowed
