"""Values of a form: one a block, keyed by `block_id`."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

SINGLE = ("value", "selected_date", "selected_time", "selected_user", "selected_conversation")


class Fields:
    """Typed reads of `view.state.values`; an absent or empty field is None or an empty list."""

    def __init__(self, values: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        self._states = {block: state for block, elements in values.items() for state in elements.values()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._states)

    def text(self, block: str) -> str | None:
        """A text, a user id or the value of the option chosen."""
        state = self._states.get(block, {})
        for name in SINGLE:
            if state.get(name):
                return str(state[name]).strip() or None
        option = state.get("selected_option")
        return str(option["value"]) if option else None

    def many(self, block: str) -> list[str]:
        """User ids, or values of the options chosen."""
        state = self._states.get(block, {})
        options = [option["value"] for option in state.get("selected_options") or []]
        return [*(state.get("selected_users") or []), *options]

    def date(self, block: str) -> date | None:
        text = self.text(block)
        return date.fromisoformat(text) if text else None

    def time(self, block: str) -> time | None:
        text = self.text(block)
        return time.fromisoformat(text) if text else None
