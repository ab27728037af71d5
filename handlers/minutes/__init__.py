"""Minutes in Slack."""
