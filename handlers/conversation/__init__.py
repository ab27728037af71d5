"""Commands without a slash: by its name in a channel or a thread, or in person."""
