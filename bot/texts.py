"""Every sentence that a person reads: one protocol, two languages, the same order."""

from typing import Protocol

from bot.action_items.text.batches import DutchRaised, EnglishRaised, RaisedTexts
from bot.action_items.text.bulk import BulkTexts, DutchBulk, EnglishBulk
from bot.action_items.text.cards import ActionItemTexts, DutchActionItems, EnglishActionItems
from bot.action_items.text.counter_proposals import (
    ActionItemOfferTexts,
    DutchActionItemOffers,
    EnglishActionItemOffers,
)
from bot.action_items.text.dependencies import (
    ActionItemKindTexts,
    DutchActionItemKinds,
    EnglishActionItemKinds,
)
from bot.action_items.text.forms import ActionItemFormTexts, DutchActionItemForms, EnglishActionItemForms
from bot.action_items.text.history import DutchHistory, EnglishHistory, HistoryTexts
from bot.action_items.text.imports import DutchImports, EnglishImports, ImportTexts
from bot.action_items.text.lists import DutchLists, EnglishLists, ListTexts
from bot.action_items.text.previews import DutchPreviews, EnglishPreviews, PreviewTexts
from bot.action_items.text.questions import DutchQuestions, EnglishQuestions, QuestionTexts
from bot.action_items.text.snoozes import (
    ActionItemSnoozeTexts,
    DutchActionItemSnoozes,
    EnglishActionItemSnoozes,
)
from bot.conversation.text import DutchTalking, EnglishTalking, TalkingTexts
from bot.core.language import Language
from bot.digests.text import DigestTexts, DutchDigests, EnglishDigests
from bot.escalations.text import DutchEscalations, EnglishEscalations, EscalationTexts
from bot.exports.text import DutchExports, EnglishExports, ExportTexts
from bot.help.text import DutchHelp, EnglishHelp, HelpTexts
from bot.home.text import DutchHome, EnglishHome, HomeTexts
from bot.meetings.form_text import DutchMeetingForms, EnglishMeetingForms, MeetingFormTexts
from bot.meetings.text import DutchMeetings, EnglishMeetings, MeetingTexts
from bot.minutes.draft_text import DutchMinutesDrafts, EnglishMinutesDrafts, MinutesDraftTexts
from bot.minutes.proposal_text import DutchProposals, EnglishProposals, ProposalTexts
from bot.minutes.text import DutchMinutes, EnglishMinutes, MinutesTexts
from bot.offboarding.text import DutchLeavers, EnglishLeavers, LeaverTexts
from bot.people.absence_text import AbsenceTexts, DutchAbsences, EnglishAbsences
from bot.people.preference_text import DutchPreferences, EnglishPreferences, PreferenceTexts
from bot.people.why_text import DutchReasons, EnglishReasons, ReasonTexts
from bot.projects.field_text import DutchProjectFields, EnglishProjectFields, ProjectFieldTexts
from bot.projects.text import DutchProjects, EnglishProjects, ProjectTexts
from bot.refusals import CommonTexts, DutchCommon, EnglishCommon
from bot.reminders.planned_text import DutchPlanned, EnglishPlanned, PlannedTexts
from bot.reminders.text import DutchReminders, EnglishReminders, ReminderTexts


class Texts(
    CommonTexts,
    HelpTexts,
    ProjectTexts,
    ProjectFieldTexts,
    ActionItemTexts,
    ListTexts,
    ActionItemKindTexts,
    ActionItemOfferTexts,
    ActionItemSnoozeTexts,
    PreviewTexts,
    RaisedTexts,
    ImportTexts,
    QuestionTexts,
    BulkTexts,
    HistoryTexts,
    ActionItemFormTexts,
    MeetingTexts,
    MeetingFormTexts,
    MinutesTexts,
    MinutesDraftTexts,
    ProposalTexts,
    DigestTexts,
    LeaverTexts,
    EscalationTexts,
    ExportTexts,
    HomeTexts,
    TalkingTexts,
    ReminderTexts,
    ReasonTexts,
    PlannedTexts,
    PreferenceTexts,
    AbsenceTexts,
    Protocol,
):
    """All that Spil says."""


class English(
    EnglishCommon,
    EnglishHelp,
    EnglishProjects,
    EnglishProjectFields,
    EnglishActionItems,
    EnglishLists,
    EnglishActionItemKinds,
    EnglishActionItemOffers,
    EnglishActionItemSnoozes,
    EnglishPreviews,
    EnglishRaised,
    EnglishImports,
    EnglishQuestions,
    EnglishBulk,
    EnglishHistory,
    EnglishActionItemForms,
    EnglishMeetings,
    EnglishMeetingForms,
    EnglishMinutes,
    EnglishMinutesDrafts,
    EnglishProposals,
    EnglishDigests,
    EnglishLeavers,
    EnglishEscalations,
    EnglishExports,
    EnglishHome,
    EnglishTalking,
    EnglishReminders,
    EnglishReasons,
    EnglishPlanned,
    EnglishPreferences,
    EnglishAbsences,
):
    pass


class Dutch(
    DutchCommon,
    DutchHelp,
    DutchProjects,
    DutchProjectFields,
    DutchActionItems,
    DutchLists,
    DutchActionItemKinds,
    DutchActionItemOffers,
    DutchActionItemSnoozes,
    DutchPreviews,
    DutchRaised,
    DutchImports,
    DutchQuestions,
    DutchBulk,
    DutchHistory,
    DutchActionItemForms,
    DutchMeetings,
    DutchMeetingForms,
    DutchMinutes,
    DutchMinutesDrafts,
    DutchProposals,
    DutchDigests,
    DutchLeavers,
    DutchEscalations,
    DutchExports,
    DutchHome,
    DutchTalking,
    DutchReminders,
    DutchReasons,
    DutchPlanned,
    DutchPreferences,
    DutchAbsences,
):
    pass


def texts_in(language: Language) -> Texts:
    return Dutch() if language == Language.nl else English()
