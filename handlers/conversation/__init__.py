"""What is said to the bot without a slash: by its name in a channel or a thread, or in person."""
