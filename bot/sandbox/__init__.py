"""A strict local Slack that the bot connects to as to the real one. It imports nothing of the bot."""

from bot.sandbox.demo_data import seat_the_cast, settle
from bot.sandbox.installing import ManifestRefused
from bot.sandbox.interaction import ImpossibleError
from bot.sandbox.models import Channel, File, Message, User
from bot.sandbox.person import Person
from bot.sandbox.server import LocalSlack
from bot.sandbox.tour import play_the_tour

__all__ = [
    "Channel",
    "File",
    "ImpossibleError",
    "LocalSlack",
    "ManifestRefused",
    "Message",
    "Person",
    "User",
    "play_the_tour",
    "seat_the_cast",
    "settle",
]
