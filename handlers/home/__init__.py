"""A person's own: Home, and the message of the morning."""
