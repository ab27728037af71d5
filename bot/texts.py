"""Every sentence that a person reads, of all capabilities together."""

from functools import cache

from bot.action_items.text.answers import AnswerTexts
from bot.action_items.text.cards import ActionItemTexts
from bot.action_items.text.previews import PreviewTexts
from bot.action_items.text.questions import QuestionTexts
from bot.action_items.text.together import TogetherTexts
from bot.availability.text import AvailabilityTexts
from bot.conversation.text import TalkingTexts
from bot.decisions.text import DecisionTexts
from bot.digests.text import DigestTexts
from bot.escalations.text import EscalationTexts
from bot.exports.text import ExportTexts
from bot.help.text import HelpTexts
from bot.home.text import HomeTexts
from bot.meetings.moments_text import MeetingMomentTexts
from bot.meetings.news_text import MeetingNewsTexts
from bot.meetings.planning_text import MeetingPlanningTexts
from bot.meetings.text import MeetingTexts
from bot.minutes.document_text import DocumentTexts
from bot.minutes.draft_text import MinutesDraftTexts
from bot.minutes.review_text import MinutesReviewTexts, ProposalTexts
from bot.minutes.sent_text import SentMinutesTexts
from bot.minutes.text import MinutesTexts
from bot.offboarding.text import LeaverTexts
from bot.people.absence_text import AbsenceTexts
from bot.people.preference_text import PreferenceTexts, ReasonTexts
from bot.polls.text import PollTexts
from bot.projects.field_text import ProjectFieldTexts
from bot.projects.text import ProjectTexts
from bot.record_answers import RecordAnswers
from bot.record_texts import RecordTexts
from bot.refusals import CommonTexts
from bot.reminders.text import ReminderTexts


class Texts(
    CommonTexts,
    RecordAnswers,
    RecordTexts,
    HelpTexts,
    ProjectTexts,
    ProjectFieldTexts,
    ActionItemTexts,
    QuestionTexts,
    AnswerTexts,
    PreviewTexts,
    TogetherTexts,
    DecisionTexts,
    MeetingTexts,
    MeetingNewsTexts,
    MeetingPlanningTexts,
    MeetingMomentTexts,
    PollTexts,
    MinutesTexts,
    SentMinutesTexts,
    MinutesDraftTexts,
    DocumentTexts,
    ProposalTexts,
    MinutesReviewTexts,
    DigestTexts,
    LeaverTexts,
    EscalationTexts,
    ExportTexts,
    HomeTexts,
    TalkingTexts,
    ReminderTexts,
    ReasonTexts,
    PreferenceTexts,
    AbsenceTexts,
    AvailabilityTexts,
):
    """All that Spil says."""


texts_in = cache(Texts)
"""In a language."""
