"""All tables there are: what a migration is made from, and what cleaning goes through."""

from storage.action_items import ActionItemRow
from storage.core.tables import (
    ChannelRow,
    CounterRow,
    EventRow,
    IdempotencyKeyRow,
    JobRow,
    MemberRow,
    PendingRequestRow,
    PersonRow,
    ProjectRow,
    SentMessageRow,
    metadata,
)
from storage.decisions import DecisionRow
from storage.list_columns import ListColumnRow
from storage.meetings import MeetingRow, SubscriptionRow
from storage.minutes import MinutesRow
from storage.people import AbsenceRow, PreferencesRow

__all__ = [
    "AbsenceRow",
    "ActionItemRow",
    "ChannelRow",
    "CounterRow",
    "DecisionRow",
    "EventRow",
    "IdempotencyKeyRow",
    "JobRow",
    "ListColumnRow",
    "MeetingRow",
    "MemberRow",
    "MinutesRow",
    "PendingRequestRow",
    "PersonRow",
    "PreferencesRow",
    "ProjectRow",
    "SentMessageRow",
    "SubscriptionRow",
    "metadata",
]
