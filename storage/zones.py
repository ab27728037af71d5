"""Zones in the database that came from elsewhere."""

from sqlalchemy import Engine, select, union

from bot.core.calendar import is_zone
from storage.tables import metadata

KEPT = union(*(select(metadata.tables[name].c.zone) for name in ("person", "project", "meeting", "poll")))


def unknown_zones(engine: Engine) -> list[str]:
    """Those that this machine does not know: kept as they are, and read as another each time."""
    with engine.connect() as connection:
        return sorted(zone for zone in connection.execute(KEPT).scalars() if not is_zone(zone))
