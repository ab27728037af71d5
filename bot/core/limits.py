"""Limits of what people write, in characters."""

TEXT_LIMIT, REASON_LIMIT = 2000, 500
