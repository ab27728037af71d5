"""What a project may be."""

from datetime import time

import pytest
from pydantic import ValidationError

from bot.core.errors import DayEndsBeforeItStarts, Misfilled
from bot.core.project import Project, ProjectSettings, readable_name


@pytest.mark.parametrize(
    ("channel", "name"),
    [
        ("atlas", "Atlas"),
        ("proj-atlas_fase-2", "Atlas fase 2"),
        ("project", "Project"),
        ("mkb-verhuizing", "Mkb verhuizing"),
        ("", ""),
        ("x" * 200, "X" + "x" * 99),
    ],
)
def test_a_channel_gives_its_project_a_readable_name(channel: str, name: str) -> None:
    assert readable_name(channel) == name


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"zone": "Mars/Olympus"},
        {"working_days": []},
        {"working_days": [7]},
        {"ladder": [2, 5]},
        {"ladder": [5, 2, 10]},
        {"most_postponements": 0},
        {"digest_day": 7},
        {"retention_days": 29},
    ],
)
def test_values_that_no_form_offers_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ProjectSettings.model_validate({"name": "Atlas", "manager": "U1"} | wrong)


def test_working_days_are_kept_in_order_and_once() -> None:
    settings = ProjectSettings.model_validate({"name": "A", "manager": "U1", "working_days": [4, 0, 4]})
    assert settings.working_days == [0, 4]


@pytest.mark.parametrize("end", [time(9), time(8, 59)])
def test_a_day_that_ends_before_it_starts_is_refused(end: time) -> None:
    with pytest.raises(Misfilled) as refused:
        ProjectSettings(name="A", manager="U1", day_end=end).check()
    assert isinstance(refused.value.reasons["day_end"], DayEndsBeforeItStarts)


def test_settings_are_all_of_a_project_but_where_it_is() -> None:
    settings = ProjectSettings(name="Atlas", manager="U1", sponsor="U2", digest_day=None)
    assert Project(id=7, team="T1", channel="C1", **settings.model_dump()).settings == settings
