"""All tables there are: what a migration is made from, and what cleaning goes through."""

from storage.action_item_tables import ActionItemRow
from storage.core.tables import (
    ChannelRow,
    CounterRow,
    DraftRow,
    EventRow,
    JobRow,
    MemberRow,
    PersonRow,
    PostingRow,
    ProjectRow,
    SeenRow,
    metadata,
)
from storage.meetings import MeetingRow
from storage.minutes import DecisionRow, MinutesRow
from storage.people import AbsenceRow, PreferencesRow

__all__ = [
    "AbsenceRow",
    "ActionItemRow",
    "ChannelRow",
    "CounterRow",
    "DecisionRow",
    "DraftRow",
    "EventRow",
    "JobRow",
    "MeetingRow",
    "MemberRow",
    "MinutesRow",
    "PersonRow",
    "PostingRow",
    "PreferencesRow",
    "ProjectRow",
    "SeenRow",
    "metadata",
]
