"""A project in Slack: its form, its welcome, the help."""
