"""Slack's marks in a sentence, and what people typed made harmless in it."""

from bot.core.events import CLOCK

LONGEST = 120
"""Characters of what somebody wrote, within a line."""


def esc(text: str) -> str:
    """Text from a person or a model: disarms `<!channel>`, mentions and fake links."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str) -> str:
    """On one line, and escaped."""
    text = " ".join(text.split())
    return esc(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…")


def mention(user: str) -> str:
    return "Spil" if user == CLOCK else f"<@{user}>"


def channel(channel_id: str) -> str:
    return f"<#{channel_id}>"


def link(address: str, words: str) -> str:
    return f"<{esc(address)}|{esc(words)}>"


def bold(text: str) -> str:
    """Escaped and bold; an asterisk within would end the bold early."""
    return f"*{esc(text).replace('*', '∗')}*"


def strong(text: str) -> str:
    """Bold of what may be of several lines: Slack's marks end with the line."""
    return "\n".join(bold(line) if line.strip() else "" for line in text.split("\n"))


def struck(text: str) -> str:
    """Struck through, as `strong`."""
    return "\n".join(f"~{esc(line).replace('~', '∼')}~" if line.strip() else "" for line in text.split("\n"))


def code(text: str) -> str:
    return f"`{esc(text).replace('`', 'ˋ')}`"
