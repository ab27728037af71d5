"""What is busy in people's calendars."""
