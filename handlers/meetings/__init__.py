"""Meetings in Slack: planned, answered, moved, remembered."""
