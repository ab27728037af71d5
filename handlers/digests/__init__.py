"""The digest: what changed and what lies ahead, each week in the channel or now for who asks."""
