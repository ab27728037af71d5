"""What was said is answered in both languages."""

from bot.conversation.text import TalkingTexts
from tests.kit.both import check_both


def test_everything_is_said_in_both_languages() -> None:
    check_both(
        TalkingTexts,
        {
            "said_form": (),
            "said_open": (),
            "said_example": (),
            "said_unclear": ("@Spil action",),
            "said_which_project": (),
            "said_in": ("C1",),
            "said_done_in": ("C1",),
        },
        alike=("said_in",),
    )
