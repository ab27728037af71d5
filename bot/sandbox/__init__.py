"""A strict local Slack that the bot connects to as to the real one. It imports nothing of the bot."""

from bot.sandbox.installing import ManifestRefused
from bot.sandbox.server import LocalSlack
from bot.sandbox.things import Channel, File, Message, User

__all__ = ["Channel", "File", "LocalSlack", "ManifestRefused", "Message", "User"]
