"""What slack_sdk's own models produce passes: the validator is strict, not strange."""

import pytest
from slack_sdk.models import blocks as kit
from slack_sdk.models.blocks import RichTextElementParts as Parts
from slack_sdk.models.views import View

from bot.sandbox.blocks import check_blocks, check_view

CONFIRM = kit.ConfirmObject(
    title="Sure?", text="It cannot be undone.", confirm="Yes", deny="No", style="danger"
)
CHOICE = [kit.Option(text="One", value="1", description="First"), kit.Option(text="Two", value="2")]

ACTIONS = [
    kit.ButtonElement(text="Go", action_id="go", value="1", style="primary", confirm=CONFIRM),
    kit.LinkButtonElement(text="Open", url="https://example.org", action_id="link"),
    kit.StaticSelectElement(placeholder="Pick", options=CHOICE, initial_option=CHOICE[0], action_id="s"),
    kit.UserSelectElement(placeholder="Who", action_id="u", initial_user="U1"),
    kit.ChannelSelectElement(placeholder="Where", action_id="c"),
    kit.ConversationSelectElement(placeholder="Where", action_id="v", default_to_current_conversation=True),
    kit.DatePickerElement(action_id="d", initial_date="2026-11-27"),
    kit.TimePickerElement(action_id="t", initial_time="14:00", timezone="Europe/Amsterdam"),
    kit.DateTimePickerElement(action_id="dt", initial_date_time=1_790_000_000),
    kit.CheckboxesElement(action_id="cb", options=CHOICE, initial_options=CHOICE[:1]),
    kit.RadioButtonsElement(action_id="rb", options=CHOICE, initial_option=CHOICE[1]),
    kit.OverflowMenuElement(action_id="o", options=CHOICE),
]
INPUTS = [
    kit.PlainTextInputElement(action_id="p", multiline=True, max_length=200, initial_value="x"),
    kit.EmailInputElement(action_id="e"),
    kit.UrlInputElement(action_id="w"),
    kit.NumberInputElement(action_id="n", is_decimal_allowed=False, min_value="1", max_value=9),
    kit.RichTextInputElement(action_id="r"),
    kit.StaticMultiSelectElement(placeholder="Pick", options=CHOICE, action_id="m", max_selected_items=2),
    kit.UserMultiSelectElement(placeholder="Who", action_id="mu", initial_users=["U1"]),
    kit.ConversationMultiSelectElement(placeholder="Where", action_id="mv", filter={"include": ["public"]}),
    kit.ChannelMultiSelectElement(placeholder="Where", action_id="mc"),
    *ACTIONS[2:-1],
]
RICH = kit.RichTextBlock(
    elements=[
        kit.RichTextSectionElement(
            elements=[
                Parts.Text(text="bold", style=Parts.TextStyle(bold=True)),
                Parts.User(user_id="U1"),
                Parts.Channel(channel_id="C1"),
                Parts.Link(url="https://example.org", text="there"),
                Parts.Emoji(name="tada"),
                Parts.Broadcast(range="here"),
                Parts.Date(timestamp=1_790_000_000, format="{date}"),
            ]
        ),
        kit.RichTextListElement(
            style="ordered",
            indent=1,
            elements=[kit.RichTextSectionElement(elements=[Parts.Text(text="one")])],
        ),
        kit.RichTextQuoteElement(elements=[Parts.Text(text="quoted")]),
        kit.RichTextPreformattedElement(elements=[Parts.Text(text="code")]),
    ]
)
BLOCKS: list[kit.Block] = [
    kit.HeaderBlock(text="Title"),
    kit.DividerBlock(),
    kit.SectionBlock(text="*Hi*", fields=["_a_", "b"], accessory=ACTIONS[0], block_id="s1"),
    kit.SectionBlock(text=kit.PlainTextObject(text="Hi", emoji=False), accessory=INPUTS[5]),
    kit.ContextBlock(
        elements=[
            kit.ImageElement(image_url="https://example.org/a.png", alt_text="a"),
            kit.MarkdownTextObject(text="x"),
        ]
    ),
    kit.ImageBlock(image_url="https://example.org/a.png", alt_text="a", title="A"),
    kit.ActionsBlock(elements=ACTIONS),
    RICH,
    kit.TableBlock(
        rows=[[{"type": "raw_text", "text": "A"}, RICH.to_dict()]], column_settings=[{"align": "right"}]
    ),
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.type)
def test_a_block_of_the_sdk_passes(block: kit.Block) -> None:
    assert check_blocks([block.to_dict()], "message") == []


@pytest.mark.parametrize("element", INPUTS, ids=lambda element: element.type)
def test_an_input_of_the_sdk_passes_in_a_modal(element: kit.InputInteractiveElement) -> None:
    ask = kit.InputBlock(label="Label", hint="Hint", element=element, optional=True, dispatch_action=True)
    view = View(type="modal", title="Title", submit="Save", close="Cancel", private_metadata="", blocks=[ask])
    assert check_view(view.to_dict()) == []


def test_a_home_tab_of_the_sdk_passes() -> None:
    home = View(type="home", callback_id="home", blocks=[block for block in BLOCKS if block.type != "table"])
    assert check_view(home.to_dict()) == []
