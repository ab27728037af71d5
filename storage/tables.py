"""All tables there are: what a migration is made from, and what cleaning goes through."""

from storage.action_items import ActionItemRow as ActionItemRow
from storage.action_items import ListColumnRow as ListColumnRow
from storage.availability import CalendarLinkRow as CalendarLinkRow
from storage.core.tables import ChannelRow as ChannelRow
from storage.core.tables import CounterRow as CounterRow
from storage.core.tables import EventRow as EventRow
from storage.core.tables import IdempotencyKeyRow as IdempotencyKeyRow
from storage.core.tables import JobRow as JobRow
from storage.core.tables import MemberRow as MemberRow
from storage.core.tables import PendingRequestRow as PendingRequestRow
from storage.core.tables import PersonRow as PersonRow
from storage.core.tables import ProjectRow as ProjectRow
from storage.core.tables import SentMessageRow as SentMessageRow
from storage.core.tables import metadata as metadata
from storage.decisions import DecisionRow as DecisionRow
from storage.meetings import MeetingRow as MeetingRow
from storage.meetings import SubscriptionRow as SubscriptionRow
from storage.minutes import MinutesRow as MinutesRow
from storage.minutes import WordTemplateRow as WordTemplateRow
from storage.people import AbsenceRow as AbsenceRow
from storage.people import OtherNameRow as OtherNameRow
from storage.people import PreferencesRow as PreferencesRow
from storage.polls import PollRow as PollRow
from storage.polls import PollVoteRow as PollVoteRow
