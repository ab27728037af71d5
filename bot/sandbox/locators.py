"""Locators of elements, for a person or a test: a label, an action_id, or the words around it."""

from bot.sandbox.inputs import Element, elements_of
from bot.sandbox.state import Json
from bot.sandbox.words import visible_text


def find(blocks: list[Json], name: str, block: str | None = None) -> Element:
    """The one element with this action_id, block_id or label; LookupError tells what there is instead.

    `block` narrows it to a block by its id or by words in it. Where nothing is called exactly `name`, a label
    that holds it counts.
    """
    here = [each for each in elements_of(blocks) if block is None or _in_block(each, block)]
    exact = [each for each in here if name in each.names()]
    found = exact or [each for each in here if any(name.lower() in label.lower() for label in each.names())]
    if len(found) == 1:
        return found[0]
    names = sorted({" | ".join(sorted(each.names())) for each in found or here})
    problem = f"{len(found)} elements are called" if found else "no element is called"
    raise LookupError(f"{problem} {name!r}{f' in {block!r}' if block else ''}; there are: {names}")


def find_overflow(blocks: list[Json], block: str | None = None) -> Element:
    here = [each for each in elements_of(blocks) if each.type == "overflow"]
    found = [each for each in here if block is None or _in_block(each, block)]
    if len(found) != 1:
        raise LookupError(f"{len(found)} overflow menus{f' in {block!r}' if block else ''}, not one")
    return found[0]


def _in_block(element: Element, block: str) -> bool:
    return element.block_id == block or block in visible_text("", [element.block], str)
