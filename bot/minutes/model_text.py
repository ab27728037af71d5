"""Sentences about what a language model finds in notes."""

from bot.core.language_model import Unanswered
from bot.minutes.model import Minutes
from bot.minutes.parts import ModelReading
from bot.text.formats import counted
from bot.text.marks import bold
from bot.text.speaker import Speaker, said

WHY_EN = {
    Unanswered.slow: "didn't answer in time",
    Unanswered.unreachable: "couldn't be reached",
    Unanswered.busy: "was too busy",
    Unanswered.refused: "answered with an error",
    Unanswered.unusable: "gave an answer that I can't use",
    Unanswered.stopped: "was stopped",
}
WHY_NL = {
    Unanswered.slow: "antwoordde niet op tijd",
    Unanswered.unreachable: "was niet bereikbaar",
    Unanswered.busy: "had het te druk",
    Unanswered.refused: "gaf een foutmelding",
    Unanswered.unusable: "gaf een antwoord waar ik niets mee kan",
    Unanswered.stopped: "is gestopt",
}


class ModelTexts(Speaker):
    def model_reads(self, minutes: Minutes, reading: ModelReading) -> str:
        """While it is asked."""
        part, parts = reading.read + 1, reading.parts
        title = bold(minutes.title)
        return self.say(
            en=f"I'm reading your notes of {title} with the language model"
            + (f": part {part} of {parts}." if parts > 1 else "."),
            nl=f"Ik lees je aantekeningen van {title} met het taalmodel"
            + (f": deel {part} van {parts}." if parts > 1 else "."),
        )

    model_cancel = said(en="Don't wait for it", nl="Wacht er niet op")

    def model_came_to(self, reading: ModelReading) -> list[str]:
        """On the card: why the model did not read all, and how much of what it said is left out."""
        told = [self._ended(reading)] if reading.why else []
        return [*told, self._left_out(reading.left_out)] if reading.left_out else told

    def _ended(self, reading: ModelReading) -> str:
        read, parts, why = reading.read, reading.parts, reading.why or Unanswered.slow
        en, nl = WHY_EN[why], WHY_NL[why]
        if not read:
            return self.say(
                en=f"The language model {en}; this is what I found by myself.",
                nl=f"Het taalmodel {nl}; dit vond ik zelf.",
            )
        return self.say(
            en=f"The language model read {read} of {parts} parts and then {en}; the rest I found by myself.",
            nl=f"Het taalmodel las {read} van de {parts} delen en {nl}; de rest vond ik zelf.",
        )

    def _left_out(self, count: int) -> str:
        en, nl = counted(count, "suggestion", "suggestions"), counted(count, "voorstel", "voorstellen")
        they, ze = ("it doesn't", "dat staat") if count == 1 else ("they don't", "die staan")
        return self.say(
            en=f"{en} of the model left out: {they} stand in your notes.",
            nl=f"{nl} van het model weggelaten: {ze} niet in je aantekeningen.",
        )
