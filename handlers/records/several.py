"""What is said of one act on several records."""

from bot.core.bulk import Bulk
from bot.core.errors import Rejected
from bot.core.nouns import R
from bot.core.verbs import Verb
from bot.texts import Texts
from handlers.records import views
from handlers.records.desk import Desk, See
from handlers.slack import ui
from handlers.slack.reply import Message


def answer(desk: Desk[R], verb: Verb[R], bulk: Bulk[R], look: See) -> Message:
    """What was changed, what was not and why, and one button that takes all of it back."""
    texts, blocks = look.texts, []
    head = texts.several_changed(desk.noun, verb, len(bulk.changed)) if bulk.changed else texts.bulk_refused()
    if bulk.changed:
        told = [ui.clip_marked(desk.line(each, look), views.LINE) for each in bulk.changed]
        blocks += views.several(head, told, len(told), texts)
    if bulk.refused:
        told = _reasons(desk, bulk, texts)
        blocks += views.several(texts.bulk_refused(), told, len(told), texts)
    if bulk.changed:
        undo_all = ui.button(texts.undo(), action=desk.action("undo_batch"), value=bulk.batch)
        blocks.append(ui.actions(undo_all))
    return Message(head, blocks)


def _reasons(desk: Desk[R], bulk: Bulk[R], texts: Texts) -> list[str]:
    """One line a reason, with the numbers that it holds for."""
    alike: dict[str, tuple[list[int], Rejected]] = {}
    for number, reason in bulk.refused:
        named = hasattr(reason, "number") or hasattr(reason, "named")
        kind = f"{type(reason).__name__} {getattr(reason, 'what', '')}" if named else texts.rejected(reason)
        alike.setdefault(kind, ([], reason))[0].append(number)
    return [
        texts.record_refused(desk.noun, found, reason, texts.rejected(reason))
        for found, reason in alike.values()
    ]
