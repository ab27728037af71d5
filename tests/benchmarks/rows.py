"""What a benchmark says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    what: str
    value: float
    """Ours, or ours divided by the other's: what the bar is about. Less is better."""
    bar: float
    ours: str = ""
    other: str = ""
    """As measured, with units, for people to read."""

    @property
    def ok(self) -> bool:
        return self.value <= self.bar


def ratio(name: str, what: str, ours: float, other: float, bar: float) -> Row:
    """Seconds against seconds, measured in the same run."""
    return Row(name, what, round(ours / other, 3), bar, f"{ours:.2f} s", f"{other:.2f} s")


def as_table(rows: list[Row]) -> str:
    heads = ("name", "what", "ours", "other", "value", "bar", "held")
    lines = [heads, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    held = "yes" if row.ok else "NO"
    return (row.name, row.what, row.ours, row.other, f"{row.value:g}", f"≤ {row.bar:g}", held)
