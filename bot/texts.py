"""Every sentence that a person reads: one protocol, two languages, the same order."""

from typing import Protocol

from bot.domain.language import Language
from bot.text.absences import AbsenceTexts, DutchAbsences, EnglishAbsences
from bot.text.action_item_bulk import BulkTexts, DutchBulk, EnglishBulk
from bot.text.action_item_forms import ActionItemFormTexts, DutchActionItemForms, EnglishActionItemForms
from bot.text.action_item_history import DutchHistory, EnglishHistory, HistoryTexts
from bot.text.action_item_imports import DutchImports, EnglishImports, ImportTexts
from bot.text.action_item_kinds import ActionItemKindTexts, DutchActionItemKinds, EnglishActionItemKinds
from bot.text.action_item_lists import DutchLists, EnglishLists, ListTexts
from bot.text.action_item_offers import ActionItemOfferTexts, DutchActionItemOffers, EnglishActionItemOffers
from bot.text.action_item_previews import DutchPreviews, EnglishPreviews, PreviewTexts
from bot.text.action_item_questions import DutchQuestions, EnglishQuestions, QuestionTexts
from bot.text.action_item_raised import DutchRaised, EnglishRaised, RaisedTexts
from bot.text.action_item_snoozes import (
    ActionItemSnoozeTexts,
    DutchActionItemSnoozes,
    EnglishActionItemSnoozes,
)
from bot.text.action_items import ActionItemTexts, DutchActionItems, EnglishActionItems
from bot.text.common import CommonTexts, DutchCommon, EnglishCommon
from bot.text.digests import DigestTexts, DutchDigests, EnglishDigests
from bot.text.escalations import DutchEscalations, EnglishEscalations, EscalationTexts
from bot.text.exports import DutchExports, EnglishExports, ExportTexts
from bot.text.help import DutchHelp, EnglishHelp, HelpTexts
from bot.text.home import DutchHome, EnglishHome, HomeTexts
from bot.text.leavers import DutchLeavers, EnglishLeavers, LeaverTexts
from bot.text.meeting_forms import DutchMeetingForms, EnglishMeetingForms, MeetingFormTexts
from bot.text.meetings import DutchMeetings, EnglishMeetings, MeetingTexts
from bot.text.minutes import DutchMinutes, EnglishMinutes, MinutesTexts
from bot.text.minutes_drafts import DutchMinutesDrafts, EnglishMinutesDrafts, MinutesDraftTexts
from bot.text.minutes_proposals import DutchProposals, EnglishProposals, ProposalTexts
from bot.text.planned import DutchPlanned, EnglishPlanned, PlannedTexts
from bot.text.preferences import DutchPreferences, EnglishPreferences, PreferenceTexts
from bot.text.project_fields import DutchProjectFields, EnglishProjectFields, ProjectFieldTexts
from bot.text.projects import DutchProjects, EnglishProjects, ProjectTexts
from bot.text.reasons import DutchReasons, EnglishReasons, ReasonTexts
from bot.text.reminders import DutchReminders, EnglishReminders, ReminderTexts
from bot.text.talking import DutchTalking, EnglishTalking, TalkingTexts


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
