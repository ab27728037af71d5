"""All tables there are: what a migration is made from, and what cleaning goes through."""

from storage.action_items import ActionItemRow
from storage.availability import CalendarLinkRow
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
from storage.other_names import OtherNameRow
from storage.people import AbsenceRow, PreferencesRow
from storage.polls import PollRow, PollVoteRow
from storage.word_templates import WordTemplateRow

__all__ = [
    "AbsenceRow",
    "ActionItemRow",
    "CalendarLinkRow",
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
    "OtherNameRow",
    "PendingRequestRow",
    "PersonRow",
    "PollRow",
    "PollVoteRow",
    "PreferencesRow",
    "ProjectRow",
    "SentMessageRow",
    "SubscriptionRow",
    "WordTemplateRow",
    "metadata",
]
