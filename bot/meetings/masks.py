"""Many yes-or-no answers in one whole number: bit n is the answer at step n."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_


class Columns:
    """A number at each step, added up: its bit n at step s is bit s of column n."""

    def __init__(self) -> None:
        self._columns: list[int] = []

    def add(self, mask: int, weight: int = 1) -> None:
        for at in range(weight.bit_length()):
            if weight >> at & 1:
                self._carry(mask, at)

    def _carry(self, mask: int, at: int) -> None:
        while mask:
            while len(self._columns) <= at:
                self._columns.append(0)
            self._columns[at], mask = self._columns[at] ^ mask, self._columns[at] & mask
            at += 1

    def weightiest_first(self) -> list[int]:
        return self._columns[::-1]


def best(open_ones: int, columns: Iterable[int]) -> int:
    """Those of the open ones at which all that is counted is least."""
    for column in columns:
        open_ones = open_ones & ~column or open_ones
    return open_ones


def runs(mask: int, steps: int) -> int:
    """The starts of `steps` steps that are all in the mask."""
    done = 1
    while done < steps:
        by = min(done, steps - done)
        mask &= mask >> by
        done += by
    return mask


def bits(first: int, last: int, length: int) -> int:
    first, last = max(0, first), min(last, length)
    return ((1 << (last - first)) - 1) << first if first < last else 0


def lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def meeting(masks: Iterable[int]) -> int:
    return reduce(and_, masks, -1)


def all_but_one(masks: Sequence[int], start: int) -> Iterator[int]:
    """For each the meeting of all others and `start`."""
    before = [start]
    for mask in masks:
        before.append(before[-1] & mask)
    behind = -1
    found = []
    for at in range(len(masks) - 1, -1, -1):
        found.append(before[at] & behind)
        behind &= masks[at]
    return reversed(found)
