"""Sentences about what a project's form asks beyond its basics: escalation levels, the emoji, days off."""

from datetime import datetime

from bot.core.language import Language
from bot.core.project import Project, ProjectSettings
from bot.projects.fields import in_spans
from bot.text.formats import near_moment, plain_day
from bot.text.marks import esc
from bot.text.speaker import Speaker

FIELDS_EN = {
    "ladder": "Steps for what stays late",
    "most_postponements": "Postponements after which I ask for a decision",
    "minutes_days": "Working days within which minutes are sent",
    "pin": "Emoji for action items",
    "days_off": "Days off",
}
HINTS_EN = {
    "ladder": "Working days late until the project manager sees it, is asked to decide, and it stands "
    "in the digest as needing a decision. For example 2, 5, 10.",
    "minutes_days": "I remind whoever takes them, and tell the project manager once when they're late. Leave "
    "it empty and I don't.",
    "pin": "Put it on a message, and I offer to make that an action item. Leave it empty for none.",
    "days_off": "When nobody works on it, beside weekends: 24 December, or 24 Dec – 2 Jan. One per line.",
    "retention_days": "What's closed and untouched for longer goes for good. When you shorten it I wait a "
    "day, so that you can change it back.",
}
FIELDS_NL = {
    "ladder": "Stappen voor wat te laat blijft",
    "most_postponements": "Keren uitstel waarna ik een besluit vraag",
    "minutes_days": "Werkdagen waarbinnen notulen verspreid zijn",
    "pin": "Emoji voor actiepunten",
    "days_off": "Vrije dagen",
}
HINTS_NL = {
    "ladder": "Werkdagen te laat tot de projectmanager het ziet, erover moet beslissen, en het in het "
    "weekoverzicht staat omdat het een besluit vraagt. Bijvoorbeeld 2, 5, 10.",
    "minutes_days": "Ik herinner wie ze maakt, en meld het de projectmanager één keer als ze te laat zijn. "
    "Laat het leeg en ik doe dat niet.",
    "pin": "Zet hem bij een bericht, dan vraag ik of dat een actiepunt wordt. Laat het leeg voor geen.",
    "days_off": "Waarop niemand aan het project werkt, naast het weekend: 24 december, of 24 dec – 2 jan. "
    "Eén per regel.",
    "retention_days": "Wat afgesloten is en langer niet aangeraakt, gaat voorgoed weg. Kies je korter, dan "
    "wacht ik een dag, zodat je terug kunt.",
}


def days_written(days: list[str], language: Language) -> list[str]:
    """As they stand in the form, and can be typed: 24 Dec 2026 – 2 Jan 2027."""
    spans = [[plain_day(day, language) for day in dict.fromkeys(span)] for span in in_spans(days)]
    return [" – ".join(span) for span in spans]


def unlike_others(project: Project, labels: dict[str, str], language: Language) -> dict[str, str]:
    """By label, what this project sets otherwise than a new one."""
    usual = ProjectSettings(name=project.name, manager=project.manager)
    none = {Language.en: "none", Language.nl: "geen"}[language]
    said = {
        "ladder": ", ".join(map(str, project.ladder)),
        "most_postponements": str(project.most_postponements),
        "minutes_days": str(project.minutes_days or none),
        "pin": f":{esc(project.pin)}:" if project.pin else none,
        "days_off": ", ".join(days_written(project.days_off, language)),
    }
    return {
        labels[field]: value
        for field, value in said.items()
        if getattr(project, field) != getattr(usual, field)
    }


class ProjectFieldTexts(Speaker):
    def forgotten_soon(self, count: int, kept: str, when: datetime) -> str:
        """After a shorter term, `kept` in words: how much goes at `when`, soon, on the reader's clock."""
        at = near_moment(when, when.date(), self.language)
        if self.language == Language.en:
            things = "one closed thing" if count == 1 else f"up to {count} closed items, meetings and minutes"
            return (
                f"Mind: after {at} I forget {things} for good, untouched for {kept}. "
                "Until then you can set it back."
            )
        things = "één ding" if count == 1 else f"hoogstens {count} dingen (actiepunten, overleggen, notulen)"
        return (
            f"Let op: na {at} vergeet ik voorgoed {things}, afgesloten en {kept} niet "
            "aangeraakt. Tot dan kun je het terugzetten."
        )
