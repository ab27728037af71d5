"""Action items in Slack: typed, clicked, shown."""
