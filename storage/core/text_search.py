"""Text without case and accents, in both databases alike.

SQLite calls our own function. PostgreSQL has all it takes, but that `lower` of letters that are not Latin
depends on the locale it was set up with.
"""

from typing import Any

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

from bot.core.record_lists import fold


class folded(FunctionElement[str]):  # noqa: N801 - named as the functions of SQL are
    """`folded(text)`: as bot.core.record_lists.fold."""

    type = String()
    inherit_cache = True


@compiles(folded, "sqlite")
def _sqlite(element: folded, compiler: Any, **kw: Any) -> str:
    return f"fold({compiler.process(element.clauses, **kw)})"


@compiles(folded, "postgresql")
def _postgresql(element: folded, compiler: Any, **kw: Any) -> str:
    text = compiler.process(element.clauses, **kw)
    return f"lower(regexp_replace(normalize({text}, NFD), '[\u0300-\u036f]', '', 'g'))"


def teach(connection: Any) -> None:
    """Give a connection of SQLite the function."""
    connection.create_function("fold", 1, _fold, deterministic=True)


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)
