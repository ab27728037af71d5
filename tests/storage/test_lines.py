"""What several items raised at once ask of the tables, on both databases."""

from bot.action_items import bulk_import as lines
from bot.action_items import model
from bot.action_items.bulk_import import Raised
from bot.action_items.model import ActionItems
from bot.core.undo import undo_batch
from storage.tables import ActionItemRow
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.storage.examples import a_project, item


def test_texts_of_open_items_are_told_by_their_number(storage: Storage) -> None:
    project, other = a_project(storage), a_project(storage, "C2")
    with storage.unit_of_work() as uow:
        for value in (
            item(project, 2, text="write"),
            item(project, 1, text="call"),
            item(project, 3, text="test", status=model.Status.done),
            item(other, 1, text="plan"),
        ):
            uow.of(ActionItems).add(value)
    with storage.unit_of_work() as uow:
        assert list(uow.of(ActionItems).open_texts(project.id).items()) == [(1, "call"), (2, "write")]


def test_pasted_lines_are_kept_raised_and_taken_back(storage: Storage) -> None:
    atlas = open_atlas(storage)
    with atlas.unit() as uow:
        sheet = lines.spread(atlas.ctx(uow, MONDAY, "sanne"), "- Tom: write it - Friday\n- call the supplier")
    with atlas.unit() as uow:
        raised = lines.make(atlas.ctx(uow, MONDAY, "sanne"), sheet)
    assert isinstance(raised, Raised) and raised.numbers == [1, 2]
    with atlas.unit() as uow:
        undo_batch(atlas.ctx(uow, MONDAY, "sanne"), raised.batch)
    assert {row.status for row in rows(storage, ActionItemRow)} == {"cancelled"}
