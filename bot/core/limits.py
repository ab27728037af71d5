"""How long what people write may be, in characters."""

TEXT_LIMIT, REASON_LIMIT = 2000, 500
