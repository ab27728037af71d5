"""Block Kit as Slack enforces it: what may stand where, how long it may be, and what must be unique."""

from bot.sandbox.blocks.check import Surface, check_blocks, check_view
from bot.sandbox.blocks.rules import Problem

__all__ = ["Problem", "Surface", "check_blocks", "check_view"]
