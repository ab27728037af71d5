"""The vocabulary that the tables of blocks, elements and views are written in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal of Slack's; `error` is the error code of the whole answer, `path` a JSON pointer."""

    path: str
    message: str
    error: str = "invalid_blocks"

    def __str__(self) -> str:
        """One line of `response_metadata.messages`."""
        return f"[ERROR] {self.message} [json-pointer:{self.path}]"


Rule = Callable[[object, str, list[Problem]], None]
Check = Callable[[dict[str, Any], str, list[Problem]], None]
Fields = Mapping[str, Rule]


def string(longest: int | None = None, *, shortest: int = 1, pattern: str | None = None) -> Rule:
    shape = re.compile(pattern) if pattern else None

    def rule(value: object, path: str, found: list[Problem]) -> None:
        if not isinstance(value, str):
            found.append(Problem(path, "must provide a string"))
        elif len(value) < shortest:
            found.append(Problem(path, f"must be more than {shortest - 1} characters"))
        elif longest is not None and len(value) > longest:
            found.append(Problem(path, f"must be less than {longest + 1} characters"))
        elif shape is not None and not shape.fullmatch(value):
            found.append(Problem(path, "value does not match the required format"))

    return rule


def integer(least: int, most: int | None = None) -> Rule:
    def rule(value: object, path: str, found: list[Problem]) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            found.append(Problem(path, "must provide an integer"))
        elif value < least or (most is not None and value > most):
            found.append(Problem(path, f"must be between {least} and {'any' if most is None else most}"))

    return rule


def boolean(value: object, path: str, found: list[Problem]) -> None:
    if not isinstance(value, bool):
        found.append(Problem(path, "must provide a boolean"))


def number(value: object, path: str, found: list[Problem]) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        found.append(Problem(path, "must provide a number"))


def one_of(*allowed: str | int) -> Rule:
    def rule(value: object, path: str, found: list[Problem]) -> None:
        if isinstance(value, bool) or value not in allowed:
            found.append(Problem(path, f"must be one of: {', '.join(map(str, allowed))}"))

    return rule


def nullable(rule: Rule) -> Rule:
    def either(value: object, path: str, found: list[Problem]) -> None:
        if value is not None:
            rule(value, path, found)

    return either


def array(item: Rule, most: int, *, least: int = 1) -> Rule:
    def rule(value: object, path: str, found: list[Problem]) -> None:
        if not isinstance(value, list):
            found.append(Problem(path, "must provide an array"))
            return
        if len(value) < least:
            found.append(Problem(path, f"no fewer than {least} items allowed"))
        elif len(value) > most:
            found.append(Problem(path, f"no more than {most} items allowed"))
        for index, each in enumerate(value):
            item(each, f"{path}/{index}", found)

    return rule


def record(required: Fields, optional: Fields | None = None, *checks: Check) -> Rule:
    """An object with these fields and no other; `checks` see it only once its fields are right."""
    fields = {**required, **(optional or {})}

    def rule(value: object, path: str, found: list[Problem]) -> None:
        if not isinstance(value, dict):
            found.append(Problem(path, "must provide an object"))
            return
        before = len(found)
        for name in required:
            if name not in value:
                found.append(Problem(path, f"missing required field: {name}"))
        for name, part in value.items():
            known = fields.get(name)
            if known is None:
                found.append(Problem(path, f"invalid additional property: {name}"))
            else:
                known(part, f"{path}/{name}", found)
        if len(found) == before:
            for check in checks:
                check(value, path, found)

    return rule


def by_type(table: Mapping[str, Rule]) -> Rule:
    """The rule that the value's own `type` selects."""

    def rule(value: object, path: str, found: list[Problem]) -> None:
        if not isinstance(value, dict):
            found.append(Problem(path, "must provide an object"))
        elif not isinstance(kind := value.get("type"), str):
            found.append(Problem(path, "missing required field: type"))
        elif kind not in table:
            found.append(Problem(f"{path}/type", f"unsupported type: {kind}"))
        else:
            table[kind](value, path, found)

    return rule


def typed(kind: str, required: Fields, optional: Fields | None = None, *checks: Check) -> Rule:
    return record({"type": one_of(kind), **required}, optional, *checks)


def unique(values: Iterable[object], what: str, path: str, found: list[Problem]) -> None:
    seen: set[object] = set()
    for value in values:
        if value in seen:
            found.append(Problem(path, f"duplicate {what}: {value}"))
        seen.add(value)
