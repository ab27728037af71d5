"""When people are busy, as the calendars say that they linked."""
