"""Block Kit in strict keywords, clipped to Slack's limits. Texts arrive as safe mrkdwn from bot.text;
what people typed and goes into plain text needs no escape."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any

from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from bot.texts import Texts

SECTION, HEADER, BUTTON, OPTION, TITLE, INPUT = 3000, 150, 75, 75, 24, 3000


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, with an ellipsis where something is left out."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def clip_marked(text: str, limit: int) -> str:
    """As `clip`, never through an escape such as `&lt;` or a mention such as `<@U1>`."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    for opening, closing in (("&", ";"), ("<", ">")):
        start = cut.rfind(opening)
        if start > cut.rfind(closing):
            cut = cut[:start]
    return cut.rstrip() + "…"


def plain(text: str, limit: int) -> kit.PlainTextObject:
    return kit.PlainTextObject(text=clip(text, limit), emoji=False)


def marked(text: str, limit: int) -> kit.MarkdownTextObject:
    """Verbatim: marks are only what bot.text wrote. Else Slack makes links and mentions of a bare address or
    a name in what people typed, which no escape prevents."""
    return kit.MarkdownTextObject(text=clip_marked(text, limit), verbatim=True)


def section(
    text: str, *, accessory: kit.BlockElement | None = None, block_id: str | None = None
) -> kit.SectionBlock:
    return kit.SectionBlock(text=marked(text, SECTION), accessory=accessory, block_id=block_id)


def fields(*texts: str) -> kit.SectionBlock:
    return kit.SectionBlock(fields=[marked(text, 2000) for text in texts[:10]])


def plain_section(text: str) -> kit.SectionBlock:
    """Word for word: nothing in it is a mark, a mention or a link."""
    return kit.SectionBlock(text=plain(text, SECTION))


def header(text: str) -> kit.HeaderBlock:
    return kit.HeaderBlock(text=plain(text, HEADER))


def context(*texts: str) -> kit.ContextBlock:
    return kit.ContextBlock(elements=[marked(text, SECTION) for text in texts[:10]])


def context_beside(ours: str, said: str) -> kit.ContextBlock:
    """Our own words, and beside them somebody's, word for word."""
    return kit.ContextBlock(elements=[*([marked(ours, SECTION)] if ours else []), plain(said, SECTION)])


def divider() -> kit.DividerBlock:
    return kit.DividerBlock()


def actions(*elements: kit.InteractiveElement, block_id: str | None = None) -> kit.ActionsBlock:
    return kit.ActionsBlock(elements=list(elements), block_id=block_id)


def button(
    label: str,
    *,
    action: str,
    value: str = "-",
    style: str | None = None,
    confirm: kit.ConfirmObject | None = None,
    url: str | None = None,
) -> kit.ButtonElement:
    """`style`: "primary", "danger" or None. With a `url` it opens that, and its action only hears of it."""
    return kit.ButtonElement(
        text=plain(label, BUTTON), action_id=action, value=value, style=style, confirm=confirm, url=url
    )


def confirm(title: str, text: str, *, yes: str, no: str) -> kit.ConfirmObject:
    return kit.ConfirmObject(
        title=plain(title, 100), text=plain(text, 300), confirm=plain(yes, 30), deny=plain(no, 30)
    )


def option(label: str, value: str) -> kit.Option:
    return kit.Option(text=plain(label, OPTION), value=value)


def overflow(options: Sequence[kit.Option], *, action: str) -> kit.OverflowMenuElement:
    return kit.OverflowMenuElement(action_id=action, options=list(options))


def field(
    label: str,
    element: kit.InputInteractiveElement,
    *,
    block_id: str,
    hint: str | None = None,
    optional: bool = False,
) -> kit.InputBlock:
    return kit.InputBlock(
        label=plain(label, 2000),
        element=element,
        block_id=block_id,
        hint=plain(hint, 2000) if hint else None,
        optional=optional,
    )


def text_input(
    *, initial: str = "", multiline: bool = False, placeholder: str = "", limit: int = INPUT
) -> kit.PlainTextInputElement:
    return kit.PlainTextInputElement(
        action_id="value",
        initial_value=clip(initial, limit) or None,
        multiline=multiline,
        placeholder=plain(placeholder, 150) if placeholder else None,
        max_length=limit,
    )


def date_input(initial: date | None = None) -> kit.DatePickerElement:
    return kit.DatePickerElement(action_id="value", initial_date=initial.isoformat() if initial else None)


def time_input(initial: time | None = None) -> kit.TimePickerElement:
    return kit.TimePickerElement(action_id="value", initial_time=f"{initial:%H:%M}" if initial else None)


def person_input(initial: str | None = None) -> kit.UserSelectElement:
    return kit.UserSelectElement(action_id="value", initial_user=initial)


def people_input(initial: Sequence[str] = ()) -> kit.UserMultiSelectElement:
    return kit.UserMultiSelectElement(action_id="value", initial_users=list(initial) or None)


def choice(
    options: Sequence[kit.Option], *, initial: str | None = None, action: str = "value"
) -> kit.StaticSelectElement:
    chosen = next((each for each in options if each.value == initial), None)
    return kit.StaticSelectElement(action_id=action, options=list(options), initial_option=chosen)


def radios(options: Sequence[kit.Option], *, initial: str | None = None) -> kit.RadioButtonsElement:
    """As `choice`, of a few that are all seen at once."""
    chosen = next((each for each in options if each.value == initial), None)
    return kit.RadioButtonsElement(action_id="value", options=list(options), initial_option=chosen)


def ticks(
    options: Sequence[kit.Option], *, initial: Sequence[str] = (), action: str = "value"
) -> kit.CheckboxesElement:
    chosen = [each for each in options if each.value in initial]
    return kit.CheckboxesElement(action_id=action, options=list(options), initial_options=chosen or None)


def date_picker(placeholder: str, *, action: str, initial: date | None = None) -> kit.DatePickerElement:
    """One that acts at once, in a message; `action` ends in "/" and what it is about."""
    shown = initial.isoformat() if initial else None
    return kit.DatePickerElement(action_id=action, placeholder=plain(placeholder, 150), initial_date=shown)


def person_picker(placeholder: str, *, action: str) -> kit.UserSelectElement:
    """As `date_picker`, of a person."""
    return kit.UserSelectElement(action_id=action, placeholder=plain(placeholder, 150))


def menu(placeholder: str, options: Sequence[kit.Option], *, action: str) -> kit.StaticSelectElement:
    """As `date_picker`, of one of several; a new `action` forgets what was chosen before."""
    return kit.StaticSelectElement(
        action_id=action, options=list(options), placeholder=plain(placeholder, 150)
    )


def modal(
    title: str,
    blocks: Sequence[kit.Block],
    *,
    callback: str,
    submit: str | None,
    close: str,
    metadata: str = "",
) -> View:
    return View(
        type="modal",
        title=plain(title, TITLE),
        blocks=with_labels(list(blocks)[:100]),
        callback_id=callback,
        submit=plain(submit, TITLE) if submit else None,
        close=plain(close, TITLE),
        private_metadata=metadata,
    )


def form(
    texts: Texts,
    title: str,
    blocks: Sequence[kit.Block],
    *,
    callback: str,
    about: Mapping[str, Any],
    submit: str = "",
) -> View:
    """A modal that asks; `about` comes back when it is submitted, which without `submit` is to save it."""
    submit, close = submit or texts.save(), texts.cancel()
    return modal(title, blocks, callback=callback, submit=submit, close=close, metadata=json.dumps(about))


def home(blocks: Sequence[kit.Block]) -> View:
    return View(type="home", blocks=with_labels(list(blocks)[:100]))


MARKS = re.compile(r"<[^<>|]*\|([^<>]*)>|<[^<>]*>|[*_~`]")


def with_labels(blocks: Sequence[kit.Block]) -> Sequence[kit.Block]:
    """Name what a button is about where another bears the same words, for who hears and does not see them; of
    several primary ones none is."""
    buttons = [*_buttons(blocks)]
    said = Counter(button.text.text for button, _about in buttons if button.text)
    several = sum(button.style == "primary" for button, _about in buttons) > 1
    for button, about in buttons:
        if button.text and said[button.text.text] > 1 and about:
            button.accessibility_label = f"{button.text.text}: {about}"[:BUTTON].rstrip()
        if several and button.style == "primary":
            button.style = None
    return blocks


def _buttons(blocks: Sequence[kit.Block]) -> Iterator[tuple[kit.ButtonElement, str]]:
    """Each with the first line of the text beside or above it."""
    about = ""
    for block in blocks:
        if isinstance(block, kit.SectionBlock):
            about = _first_line(block.text.text) if block.text else about
            if isinstance(block.accessory, kit.ButtonElement):
                yield block.accessory, about
        elif isinstance(block, kit.ActionsBlock):
            yield from ((each, about) for each in block.elements if isinstance(each, kit.ButtonElement))


def _first_line(text: str) -> str:
    plain = MARKS.sub(lambda found: found[1] or "", text.partition("\n")[0])
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
