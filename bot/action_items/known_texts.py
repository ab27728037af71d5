"""What the open items of each project say, ready for finding one that says the same without reading them all.

An item has a key for each way in which a text that says the same may be worded: its words that matter, with
long ones and one little one left out in turn. Texts with a key in common are compared word by word.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from itertools import combinations, islice
from threading import Lock

from bot.action_items.duplicates import LONG, SHARED, Words, is_little, readings
from bot.action_items.facts import NOUN
from bot.action_items.model import ActionItems
from bot.core.context import Context

MOST_KEYS, MOST_WORDS = 64, 40
"""Keys of one wording, and words in one whose keys leave any out."""
CANDIDATES = 20
"""Items that are compared word by word, the newest first."""
OVERLAP = 20
"""Events that are looked at again: of two writers at once the later number may be committed first."""
MOST_CHANGED = 500
"""With more changes than these since the last look, all texts are read anew."""
PROJECTS = 200
"""Projects of which the texts are kept, those that were looked at last."""


class KnownTexts:
    """Of one process; what it finds must be looked up, since it may lag behind."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._projects: OrderedDict[int, _ProjectTexts] = OrderedDict()

    def alike(self, ctx: Context, text: str) -> tuple[list[int], int]:
        """Numbers of items that may say the same as `text`, and the highest number that was looked at."""
        with self._lock:
            known = self._projects.setdefault(ctx.project.id, _ProjectTexts())
            self._projects.move_to_end(ctx.project.id)
            if len(self._projects) > PROJECTS:
                self._projects.popitem(last=False)
        with known.lock:
            known.refresh(ctx)
            return known.alike(text), known.highest


class _ProjectTexts:
    def __init__(self) -> None:
        self.lock = Lock()
        self.highest = 0
        self._newest: int | None = None
        self._seen: set[int] = set()
        self._keys: dict[int, set[int]] = {}
        self._numbers: defaultdict[int, dict[int, None]] = defaultdict(dict)

    def refresh(self, ctx: Context) -> None:
        """Read what changed since the last time."""
        items, log = ctx.uow.of(ActionItems), ctx.uow.log
        if self._newest is not None:
            after = max(0, self._newest - OVERLAP)
            changed = log.numbers_after(after, ctx.project.id, NOUN, MOST_CHANGED)
            if len(changed) < MOST_CHANGED:
                numbers = {number for event, number in changed.items() if event not in self._seen}
                texts = items.open_texts(ctx.project.id, sorted(numbers)) if numbers else {}
                for number in sorted(numbers):
                    self._put(number, texts.get(number))
                # A slower look may see less than was seen already.
                self._newest = max(self._newest, *changed, 0)
                self._seen = {event for event in self._seen | set(changed) if event > self._newest - OVERLAP}
                return
        self._newest, self._seen = log.newest(), set()
        self._keys.clear()
        self._numbers.clear()
        for number, text in items.open_texts(ctx.project.id).items():
            self._put(number, text)

    def alike(self, text: str) -> list[int]:
        found: dict[int, None] = {}
        for key in _keys(text):
            found |= dict.fromkeys(islice(reversed(self._numbers.get(key, {})), CANDIDATES))
        return sorted(found, reverse=True)[:CANDIDATES]

    def _put(self, number: int, text: str | None) -> None:
        self.highest = max(self.highest, number)
        for key in self._keys.pop(number, ()):
            self._numbers[key].pop(number, None)
            if not self._numbers[key]:
                del self._numbers[key]
        if text is not None:
            self._keys[number] = set(_keys(text))
            for key in self._keys[number]:
                self._numbers[key][number] = None


def _keys(text: str) -> Iterator[int]:
    """Hashes: the words themselves would take ten times the room."""
    for words in filter(None, readings(text)):
        yield from islice(_left_out(words), MOST_KEYS)


def _left_out(words: Words) -> Iterator[int]:
    # Two letters that are swapped make the same letters in order.
    letters = ["".join(sorted(word)) if word.isalpha() else word for word in words]
    places = range(len(words)) if len(words) <= MOST_WORDS else ()
    long = [at for at in places if len(words[at]) >= LONG and words[at].isalpha()]
    little = [at for at in places if len(words) > SHARED and is_little(words[at])]
    for count in range(3):
        for slips in combinations(long, count):
            yield _key(letters, slips)
            yield from (_key(letters, (*slips, extra)) for extra in little if extra not in slips)


def _key(letters: list[str], without: tuple[int, ...]) -> int:
    return hash(tuple(sorted(letters[at] for at in range(len(letters)) if at not in without)))
