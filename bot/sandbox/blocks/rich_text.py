"""The rich_text block and its tree of sections, lists, quotes and inline elements."""

from bot.sandbox.blocks.rules import (
    Fields,
    Rule,
    array,
    boolean,
    by_type,
    integer,
    one_of,
    record,
    string,
    typed,
)

MANY = 1000
_FACES = dict.fromkeys(("bold", "italic", "strike", "code", "underline"), boolean)
_FACE = {"style": record({}, _FACES)}
_MARKED = {
    "style": record({}, {**_FACES, **dict.fromkeys(("highlight", "client_highlight", "unlink"), boolean)})
}
_BORDER: Fields = {"border": one_of(0, 1)}

TEXT = typed("text", {"text": string()}, _FACE)
LINK = typed("link", {"url": string(3000)}, {"text": string(), "unsafe": boolean, **_FACE})
INLINE: dict[str, Rule] = {
    "text": TEXT,
    "link": LINK,
    "user": typed("user", {"user_id": string()}, _MARKED),
    "usergroup": typed("usergroup", {"usergroup_id": string()}, _MARKED),
    "channel": typed("channel", {"channel_id": string()}, _MARKED),
    "team": typed("team", {"team_id": string()}, _MARKED),
    "emoji": typed("emoji", {"name": string()}, {"unicode": string(), "skin_tone": integer(1, 6), **_FACE}),
    "broadcast": typed("broadcast", {"range": one_of("here", "channel", "everyone")}, _FACE),
    "color": typed("color", {"value": string()}, _FACE),
    "date": typed(
        "date",
        {"timestamp": integer(0), "format": string()},
        {"url": string(3000), "fallback": string(), **_FACE},
    ),
}

_inline = array(by_type(INLINE), MANY, least=0)
SECTION = typed("rich_text_section", {"elements": _inline})
PARTS: dict[str, Rule] = {
    "rich_text_section": SECTION,
    "rich_text_list": typed(
        "rich_text_list",
        {"style": one_of("bullet", "ordered"), "elements": array(SECTION, MANY)},
        {"indent": integer(0, 8), "offset": integer(0), **_BORDER},
    ),
    "rich_text_quote": typed("rich_text_quote", {"elements": _inline}, _BORDER),
    "rich_text_preformatted": typed(
        "rich_text_preformatted",
        {"elements": array(by_type({"text": TEXT, "link": LINK}), MANY, least=0)},
        _BORDER,
    ),
}
RICH_TEXT = typed("rich_text", {"elements": array(by_type(PARTS), MANY)}, {"block_id": string(255)})
