"""Limits of what people write, in characters."""

import unicodedata

TEXT_LIMIT, REASON_LIMIT = 2000, 500


def seen(text: str) -> bool:
    """Whether it holds anything that is to be seen: no spaces of no width, no marks of direction alone."""
    return any(unicodedata.category(sign)[0] not in "ZC" for sign in text)
