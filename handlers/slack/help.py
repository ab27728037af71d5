"""Views of help."""

from bot.text.sentences import code
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, sentence

HELP = ("help", "hulp", "?")
"""Words for it, wherever a command takes one."""


def all_commands(registry: Registry, texts: Texts) -> Message:
    words = [word for word in registry.words.values() if word.en != "spil"]
    told = [_explained(registry, word, texts) for word in words]
    shortcuts = [name for name, _ in registry.shortcut_names().values()]
    footer = [ui.context(texts.help_shortcuts(shortcuts))] if shortcuts else []
    head = [ui.header(texts.help_title()), ui.context(texts.help_intro())]
    return Message(texts.help_title(), [*head, *map(ui.section, told), *footer])


def one_command(registry: Registry, word: CommandName, texts: Texts) -> Message:
    return sentence(_explained(registry, word, texts))


def _explained(registry: Registry, word: CommandName, texts: Texts) -> str:
    """Every way to type the command, what it is for, and examples that work here as they stand."""
    ways = registry.typed(word, texts.language)
    what = texts.help_what(word.en) or word.description
    examples = [code(f"{ways[0]} {example}") for example in texts.help_examples(word.en)]
    both = [*ways, *(f"/spil {other}" for other in (word.en, word.nl) if f"/spil {other}" not in ways)]
    return "\n".join([f"{texts.help_ways(both)} – {what}", *examples])
