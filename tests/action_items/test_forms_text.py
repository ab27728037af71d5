"""The form of an action item speaks both languages, and what is typed in it is only text."""

import pytest

from bot.action_items.fields import FIELDS, NotANumber
from bot.core.language import Language
from bot.texts import texts_in


@pytest.mark.parametrize("language", list(Language))
def test_every_field_has_a_name_and_what_it_held_is_escaped(language: Language) -> None:
    texts = texts_in(language)
    assert len({texts.action_field(name) for name in FIELDS}) == len(FIELDS)
    assert "&lt;!channel&gt;" in texts.action_form_change("text", "", "<!channel>")
    assert "`A-12`" in texts.rejected(NotANumber("twelve"))
