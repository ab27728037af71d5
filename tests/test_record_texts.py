"""Sentences about records of any noun, in both languages: lists, several at once, and what happened."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.action_items.model import ActionItem, Asked, Status
from bot.action_items.noun import ACTION_ITEM
from bot.core.errors import AlreadyDone, AlreadySo, Later, SomeChangedSince, TooMany, UnknownNumber
from bot.core.events import Event
from bot.core.language import Language
from bot.core.nouns import Noun
from bot.core.record_lists import Period, Wanted
from bot.core.undo import TakenBack
from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from bot.nouns import NOUNS, PAST, VERBS, past_of
from bot.record_texts import spans
from bot.texts import texts_in
from tests.kit.nouns import every_noun, full

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ITEM = ActionItem(
    project_id=1,
    number=17,
    text="write <it>",
    owner="U2",
    raised_by="U1",
    raised_at=NOW,
    due=date(2026, 11, 27),
)
LATER = ITEM.model_copy(update={"due": date(2026, 12, 4), "owner": None, "postponed_because": "ill & tired"})
DECIDED = Decision(
    project_id=1, number=3, text="we <go>", decided_on=date(2026, 11, 20), decided_by=["U1", "U2"]
)

every_language = pytest.mark.parametrize("language", list(Language))


def name_of(user: str | None) -> str:
    return {"U1": "Sanne", "U2": "Tom <T>"}.get(user or "", "")


def event(what: str, before: Any, after: Any, who: str = "U1", noun: str = "action_items") -> Event:
    old, new = (record.model_dump(mode="json") if record else None for record in (before, after))
    return Event(at=NOW, who=who, project_id=1, noun=noun, number=17, what=what, before=old, after=new)


def changes(language: Language, noun: Noun[Any], before: Any, after: Any) -> str:
    return texts_in(language).record_changes(
        noun, before.model_dump(mode="json"), after.model_dump(mode="json"), NOW.date(), name_of
    )


@every_language
@every_noun
def test_every_verb_and_every_reason_has_words_of_its_own(language: Language, noun: Noun[Any]) -> None:
    texts, verbs = texts_in(language), VERBS[noun.name]
    [states] = [field.states for field in noun.fields if field.name == "status"]
    for count in (1, 2):
        assert len({texts.several_changed(noun, verb, count) for verb in verbs}) == len(verbs)
        numbers = list(range(3, 3 + count))
        done = [AlreadyDone(noun.name, 3, state) for state in states]
        reasons = (*done, AlreadySo(noun.named(3)), UnknownNumber(noun.name, 3))
        told = {texts.record_refused(noun, numbers, each, "") for each in reasons}
        assert len(told) == len(reasons) and not [each for each in told if each.endswith(": ")]
        assert texts.record_refused(noun, numbers, TooMany(9), "Too many.").endswith(": Too many.")
    assert noun.named(3) in texts.rejected(AlreadySo(noun.named(3)))


@every_language
@every_noun
def test_every_verb_tells_its_past_its_help_and_what_is_typed(language: Language, noun: Noun[Any]) -> None:
    texts, verbs = texts_in(language), VERBS[noun.name]
    past = [texts.past(noun.name, verb.logged) for verb in verbs]
    assert len({*past, texts.past(noun.name, "pondered")}) == len(verbs) + 1
    help_ = texts.record_help(noun, "/spil word")
    for typed, what in texts.verb_rows(noun.name):
        assert what and f"`/spil word {typed}` – {what}" in help_


@every_noun
def test_the_log_never_falls_back_on_words_that_say_less(noun: Noun[Any]) -> None:
    vague = past_of(noun.name, "pondered")
    assert not [what for what in (*noun.past, *PAST) if past_of(noun.name, what) == vague]


@every_language
def test_what_came_later_is_named_by_noun_number_who_and_when(language: Language) -> None:
    texts = texts_in(language)
    later = SomeChangedSince(
        [
            Later("A-3", "action_items", "due", "U1", NOW),
            Later("B-4", "decisions", "withdrawn", "spil", NOW),
        ]
    )
    told = texts.rejected(later)
    for part in ("A-3", "<@U1>", "B-4", "Spil", "08:00", texts.past("decisions", "withdrawn")):
        assert part in told
    assert "100" in texts.rejected(TooMany(100))


def test_numbers_in_a_row_are_told_as_a_span() -> None:
    assert spans(ACTION_ITEM, [7, 3, 5, 6]) == "A-3, A-5–A-7"
    assert spans(DECISION, [2, 1]) == "B-1–B-2"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            Language.en,
            "Mon 23 Nov 13:30 · *Sanne* moved it to Fri 4 Dec: “ill &amp; tired” · "
            "owner *Tom &lt;T&gt;* → none · _taken back_",
        ),
        (
            Language.nl,
            "ma 23 nov 13:30 · *Sanne* verzette het naar vr 4 dec: “ill &amp; tired” · "
            "actiehouder *Tom &lt;T&gt;* → geen · _ongedaan gemaakt_",
        ),
    ],
)
def test_a_step_tells_who_what_and_when_on_ones_own_clock_field_by_field(
    language: Language, told: str
) -> None:
    step = event("due", ITEM, LATER)
    assert (
        texts_in(language).record_step(ACTION_ITEM, step, "Asia/Kolkata", NOW.date(), name_of, True) == told
    )


@every_language
def test_values_of_every_kind_are_told(language: Language) -> None:
    offer = {"asked": "due", "by": "U2", "due": "2026-12-24", "reason": "busy", "at": NOW.isoformat()}
    given: dict[str, object] = {
        "helpers": ["U1", "U2"],
        "outside": "Piet",
        "outside_email": "piet@x.nl",
        "starts": date(2026, 12, 1),
        "waits_for": 3,
        "waits_on": "the council",
        "repeats": "FREQ=WEEKLY;BYDAY=MO",
        "status": Status.done,
        "counter_offer": offer,
    }
    told = changes(language, ACTION_ITEM, ITEM, ITEM.model_copy(update=given))
    for part in ("*Sanne*, *Tom", "“Piet”", "“piet@x.nl”", "1 ", "A-3", "the council", "24 "):
        assert part in told
    assert "(busy)" in told and {Language.en: "done", Language.nl: "gereed"}[language] in told
    gone = {"asked": Asked.owner, "by": "U2", "owner": None, "reason": "", "at": NOW.isoformat()}
    told = changes(language, ACTION_ITEM, ITEM, ITEM.model_copy(update={"counter_offer": gone}))
    assert told == {Language.en: "another owner", Language.nl: "een andere actiehouder"}[language]
    gone["owner"] = "U1"
    told = changes(language, ACTION_ITEM, ITEM, ITEM.model_copy(update={"counter_offer": gone}))
    assert told.endswith(", *Sanne*")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            Language.en,
            "decided by *Sanne*, *Tom &lt;T&gt;* → none · who must know none → *Sanne* · "
            "status valid → replaced · replaced by B-7",
        ),
        (
            Language.nl,
            "besloten door *Sanne*, *Tom &lt;T&gt;* → geen · wie het moet weten geen → *Sanne* · "
            "status geldig → vervangen · vervangen door B-7",
        ),
    ],
)
def test_nobody_is_told_as_none_and_a_state_in_words(language: Language, told: str) -> None:
    after = DECIDED.superseded(7).model_copy(update={"decided_by": [], "inform": ["U1"]})
    assert changes(language, DECISION, DECIDED, after) == told


def test_added_it_tells_what_it_began_with_and_the_clock_is_named_spil() -> None:
    created = event("created", None, ITEM, "spil")
    step = texts_in(Language.en).record_step(ACTION_ITEM, created, "UTC", NOW.date(), name_of, False)
    assert step.endswith("*Spil* added it for *Tom &lt;T&gt;*, due Fri 27 Nov")
    pondered = event("pondered", ITEM, ITEM)
    unknown = texts_in(Language.nl).record_step(ACTION_ITEM, pondered, "UTC", NOW.date(), name_of, False)
    assert unknown.endswith("*Sanne* wijzigde het")


@pytest.mark.parametrize(
    ("what", "before", "after", "told"),
    [
        ("given", ITEM, ITEM.model_copy(update={"owner": "U1"}), "gave it to themselves"),
        ("given", ITEM, ITEM.model_copy(update={"owner": None}), "gave it to somebody: owner *Tom"),
        ("edited", ITEM, ITEM.model_copy(update={"due": date(2027, 1, 4)}), "moved it to Mon 4 Jan 2027"),
        ("edited", ITEM, LATER, "edited it: owner *Tom"),
        ("done", ITEM, ITEM.model_copy(update={"status": Status.done}), "finished it"),
        ("waits", ITEM, ITEM.model_copy(update={"waits_for": 3}), "let it wait for A-3"),
        ("undone", LATER, ITEM, "undid the last change: owner *Tom"),
    ],
)
def test_a_change_is_a_sentence_with_what_it_changed(what: str, before: Any, after: Any, told: str) -> None:
    step = texts_in(Language.en).record_step(
        ACTION_ITEM, event(what, before, after), "UTC", NOW.date(), name_of, False
    )
    assert step.startswith(f"Mon 23 Nov 08:00 · *Sanne* {told}")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(), "*Atlas* · 1 decision · valid"),
        (Wanted(values={"status": ["superseded"]}), "*Atlas* · 1 decision · replaced"),
        (Wanted(values={"status": ["valid", "superseded"]}), "*Atlas* · 1 decision · valid or replaced"),
        (Wanted(values={"status": ["valid", "superseded", "withdrawn"]}), "*Atlas* · 1 decision · all"),
        (
            Wanted(values={"decided_by": ["U2"], "decided_on": [Period.last_week]}, words=["a<b", "c"]),
            "*Atlas* · 1 decision · valid · decided by Tom &lt;T&gt; · last week · with “a&lt;b c”",
        ),
    ],
)
def test_a_list_says_what_was_understood(wanted: Wanted, told: str) -> None:
    assert texts_in(Language.en).record_list_title(DECISION, "Atlas", wanted, 1, name_of) == told


def test_an_empty_list_says_what_to_type() -> None:
    say = texts_in(Language.en)
    none = say.record_list_empty(DECISION, Wanted(), name_of, "/decision", "")
    assert none == f"No decisions yet. Record one: `/decision {DECISION.example.en}`"
    meant = say.record_list_empty(DECISION, Wanted(words=["repalced"]), name_of, "/decision", "replaced")
    assert meant == ("No decisions found: valid · with “repalced”. Did you mean `/decision list replaced`?")


@every_noun
@every_language
def test_what_people_wrote_is_disarmed_and_cut_short(language: Language, noun: Noun[Any]) -> None:
    record, texts = full(noun, "<!channel> " * 180), texts_in(language)
    created = event("created", None, record, noun=noun.name)
    step = texts.record_step(noun, created, "UTC", NOW.date(), name_of, False)
    title = texts.record_history_title(noun.named(1), noun.text_of(record), 1, 1, 1)
    for told in (step, title, texts.record_named(noun, record)):
        assert "<!" not in told and "…" in told


def test_letters_and_names_of_nouns_are_their_own() -> None:
    for own in ([noun.letter for noun in NOUNS.values()], [noun.one.en for noun in NOUNS.values()]):
        assert len(set(own)) == len(own)


@every_language
@every_noun
def test_an_answer_says_what_was_done_to_what_and_every_field_that_it_names(
    language: Language, noun: Noun[Any]
) -> None:
    record, texts = full(noun, "call <the> *office*"), texts_in(language)
    for verb in VERBS[noun.name]:
        told = texts.record_answer(noun, verb, record, name_of, NOW.date())
        assert told.endswith(f": *call &lt;the&gt; ∗office∗* ({noun.named(record.number)})."), told
        assert told[0].isupper() and "{" not in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.en, ["Moved to Fri 4 Dec: ", "Given to Tom &lt;T&gt;: ", "Undone: A-17 is open again."]),
        (
            Language.nl,
            [
                "Verzet naar vr 4 dec: ",
                "Overgedragen aan Tom &lt;T&gt;: ",
                "Teruggedraaid: A-17 staat weer open.",
            ],
        ),
    ],
)
def test_an_answer_echoes_what_was_understood(language: Language, told: list[str]) -> None:
    texts, verbs = texts_in(language), {verb.name: verb for verb in VERBS["action_items"]}
    moved = ITEM.model_copy(update={"due": date(2026, 12, 4), "times_postponed": 1})
    done = ITEM.model_copy(update={"status": Status.done})
    said = [
        texts.record_answer(ACTION_ITEM, verbs["due"], moved, name_of, NOW.date()),
        texts.record_answer(ACTION_ITEM, verbs["give"], ITEM, name_of, NOW.date()),
        texts.record_undone(TakenBack(ACTION_ITEM, done, ITEM), NOW.date(), name_of),
    ]
    assert all(each.startswith(begins) for each, begins in zip(said, told, strict=True)), said
