"""Help, by example, and an answer to whoever writes to the bot in person."""
