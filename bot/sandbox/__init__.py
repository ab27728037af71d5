"""A strict local Slack that the bot connects to as to the real one. It imports nothing of the bot."""

from bot.sandbox.demo_data import seat_the_cast, seat_the_demo, settle
from bot.sandbox.demo_past import live_through
from bot.sandbox.installing import ManifestRefused
from bot.sandbox.interaction import ImpossibleError
from bot.sandbox.models import Channel, File, Message, User
from bot.sandbox.person import Person
from bot.sandbox.scenes import SCENES
from bot.sandbox.server import LocalSlack
from bot.sandbox.tour import play_the_tour

__all__ = [
    "SCENES",
    "Channel",
    "File",
    "ImpossibleError",
    "LocalSlack",
    "ManifestRefused",
    "Message",
    "Person",
    "User",
    "live_through",
    "play_the_tour",
    "seat_the_cast",
    "seat_the_demo",
    "settle",
]
