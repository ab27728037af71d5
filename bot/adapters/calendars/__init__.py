"""Calendars of people on other servers, read in a process of its own, which ends when it takes too long."""
