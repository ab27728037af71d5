"""Linked calendars in Slack."""
