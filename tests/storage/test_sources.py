"""Items are found by the message that they were made from, on both databases."""

from bot.domain.action_items import ActionItem
from storage.unit_of_work import Storage
from tests.usecases.atlas import MONDAY, open_atlas, user


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
            uow.action_items.add(item)
        assert [item.number for item in uow.action_items.of_source("C1:1.2")] == [1, 3]
        assert uow.action_items.of_source("C2:1.2") == []
