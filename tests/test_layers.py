"""The house keeps its floors: imports are read from the code, and any that the plan does not name fails."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VALUES = {"sqlmodel", "sqlalchemy", "pydantic", "dateutil", "holidays", "rapidfuzz"}
FLOORS: dict[str, tuple[set[str], set[str]]] = {
    "bot.domain": ({"bot.domain"}, VALUES),
    "bot.text": ({"bot.text", "bot.domain"}, {"babel"}),
    "bot.usecases": ({"bot.usecases", "bot.domain"}, {"sqlmodel"}),
    "bot.adapters": (
        {"bot.adapters", "bot.domain", "bot.usecases.ports"},
        {"openai", "icalendar", "xlsxwriter"},
    ),
    "storage": (
        {"storage", "bot.domain", "bot.usecases.ports", "bot.usecases.outcomes"},
        {"sqlmodel", "sqlalchemy", "alembic", "pydantic"},
    ),
    "handlers": (
        {"handlers", "bot.usecases", "bot.domain", "bot.text"},
        {"slack_bolt", "slack_sdk", "structlog"},
    ),
    "bot.sandbox": ({"bot.sandbox"}, {"starlette", "uvicorn", "websockets", "holidays"}),
    "bot.runtime": (
        {"bot.runtime", "bot.adapters", "bot.usecases", "bot.domain", "bot.text", "handlers", "storage"},
        {"apscheduler", "pydantic", "pydantic_settings", "structlog", "starlette", "uvicorn", "slack_bolt"}
        | {"slack_sdk", "sqlalchemy"},
    ),
}
"""Floor to what it may import of ours, and of others (beside the standard library)."""
OURS = {"bot", "handlers", "storage"}


def modules() -> Iterator[tuple[str, Path]]:
    for package in OURS:
        for path in (ROOT / package).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(module: str, path: Path) -> Iterator[str]:
    """Every module that is imported, at the top or late; of `from a import b`, a.b where that is a module."""
    known = {name for name, _ in modules()}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            assert node.module is not None
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if inner in known else node.module


def under(module: str, floors: set[str]) -> bool:
    return any(module == floor or module.startswith(f"{floor}.") for floor in floors)


def floor_of(module: str) -> str | None:
    return next((floor for floor in FLOORS if under(module, {floor})), None)


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_what_the_plan_names(floor: str) -> None:
    ours, others = FLOORS[floor]
    wrong = [
        f"{module} imports {wanted}"
        for module, path in modules()
        if floor_of(module) == floor
        for wanted in imports(module, path)
        if not _may(wanted, ours, others)
    ]
    assert wrong == []


def _may(wanted: str, ours: set[str], others: set[str]) -> bool:
    top = wanted.split(".")[0]
    if top in OURS:
        return under(wanted, ours)
    return top in sys.stdlib_module_names or top in others


def test_every_module_stands_on_a_floor() -> None:
    homeless = {module for module, _ in modules() if floor_of(module) is None}
    assert homeless == {"bot", "bot.__main__"}


def test_no_imports_go_in_a_circle() -> None:
    graph = {
        module: {wanted for wanted in imports(module, path) if wanted.split(".")[0] in OURS}
        for module, path in modules()
    }
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, f"a circle: {' > '.join((*way, module))}"
        if module not in done:
            for wanted in graph.get(module, set()):
                visit(wanted, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_the_top_level_holds_nothing_else() -> None:
    allowed = OURS | {"tests", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"}
    listed = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    made_by_tools = {"spil.egg-info", "build", "data"}
    assert listed - made_by_tools <= allowed
