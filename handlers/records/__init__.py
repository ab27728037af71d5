"""What every noun has in Slack: its command, list, history, form, buttons and undo."""
