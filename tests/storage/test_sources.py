"""Items are found by the message that they were made from, on both databases."""

from bot.action_items.model import ActionItem, ActionItems
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas, user
from tests.kit.clock import MONDAY


def test_items_of_one_message_are_found_by_it(storage: Storage) -> None:
    atlas = open_atlas(storage)
    with storage.unit_of_work() as uow:
        for number, source in enumerate(("C1:1.2", "C1:1.3", "C1:1.2", None), 1):
            item = ActionItem(
                project_id=atlas.project.id,
                number=number,
                text="x",
                raised_by=user("tom"),
                raised_at=MONDAY,
                source_message=source,
            )
            uow.of(ActionItems).add(item)
        assert [item.number for item in uow.of(ActionItems).of_source("C1:1.2")] == [1, 3]
        assert uow.of(ActionItems).of_source("C2:1.2") == []
