"""The form of an action item speaks both languages, and what is typed in it is only text."""

from datetime import datetime

import pytest

from bot.action_items.fields import FIELDS, NotANumber
from bot.action_items.text.forms import ActionItemFormTexts
from bot.core.language import Language
from bot.texts import texts_in
from tests.kit.both import check_both


def test_everything_is_said_in_both_languages() -> None:
    check_both(
        ActionItemFormTexts,
        {
            "action_form_new": (),
            "action_form_rest": (),
            "action_form_project": (),
            "action_form_overtaken": ("Tom", datetime(2026, 11, 23, 10, 5), ["Due: a → b"]),
            "action_form_alike": ("A-12 · write it",),
            "action_form_change": ("text", "", "write <it>"),
            "action_field": ("owner",),
            "action_form_source": ("Tom", "C1", "https://slack.example/p1"),
            "action_form_made_already": (17,),
            "action_source": ("https://slack.example/p1",),
            "action_source_edited": (),
            "action_source_deleted": (),
            "action_new_text": ("write it",),
            "action_take_new_text": (),
            "action_pinned": ("Tom", "C1", ""),
            "action_make": (),
            "action_made": (17,),
            "action_hint": ("waits_for",),
        },
        alike=("action_form_project",),
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_field_has_a_name_and_what_it_held_is_escaped(language: Language) -> None:
    texts = texts_in(language)
    assert len({texts.action_field(name) for name in FIELDS}) == len(FIELDS)
    assert "&lt;!channel&gt;" in texts.action_form_change("text", "", "<!channel>")
    assert "`A-12`" in texts.rejected(NotANumber("twelve"))
