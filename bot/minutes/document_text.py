"""Sentences about documents with notes that people send."""

from datetime import date

from babel.numbers import format_decimal

from bot.core.project import Project
from bot.text.formats import counted, near_day
from bot.text.sentences import Speaker, bold, channel, code, esc, said


class DocumentTexts(Speaker):
    def document_found(self, name: str, lines: int) -> str:
        """`name`: empty for what was pasted."""
        en, nl = counted(lines, "line", "lines"), counted(lines, "regel", "regels")
        read = self.say(
            en=f"I've read {bold(name)}: {en}." if name else f"These look like notes: {en}.",
            nl=f"Ik heb {bold(name)} gelezen: {nl}." if name else f"Dit lijken aantekeningen: {nl}.",
        )
        return self.say(
            en=f"{read} Shall I draft minutes from {'it' if name else 'them'}? "
            "Nobody else hears of it before you send them.",
            nl=f"{read} Zal ik er notulen van maken? Niemand anders hoort iets voordat je ze verspreidt.",
        )

    def canvas_title(self, project: Project) -> str:
        return self.say(en=f"Minutes of {project.name}", nl=f"Notulen van {project.name}")

    def canvas_note(self) -> str:
        """At the head of it, in plain text."""
        return self.say(
            en="I write this page: what you change here is gone with the next minutes. To correct them, type "
            "/spil minutes correct.",
            nl="Ik schrijf deze pagina: wat je hier wijzigt, is weg bij de volgende notulen. Verbeter ze met "
            "/spil notulen verbeter.",
        )

    def canvas_refused(self, project: Project, why: str) -> str:
        """To the project manager. `why`: Slack's word."""
        place = channel(project.channel)
        if why == "missing_scope":
            return self.say(
                en=f"I can't write the minutes of {place} as a canvas yet: Slack doesn't let me. Whoever "
                f"runs me pastes {code('spil manifest')} into the app once more and reinstalls it. "
                "Until then they go out as before.",
                nl=f"Ik kan de notulen van {place} nog niet als canvas maken: dat mag ik niet van Slack. "
                f"Wie me beheert, plakt {code('spil manifest')} nog eens in de app en installeert die "
                "opnieuw. Tot dan gaan ze uit als altijd.",
            )
        return self.say(
            en=f"I can't write the minutes of {place} as a canvas: Slack says {code(why)}. They go out as "
            "before; the project's settings turn the canvas off.",
            nl=f"Ik kan de notulen van {place} niet als canvas maken: Slack zegt {code(why)}. Ze gaan uit "
            "als altijd; in de projectinstellingen zet je het canvas uit.",
        )

    def template_use(self, project: str) -> str:
        return self.say(
            en=f"Use as Word template for {project}", nl=f"Gebruik als Word-sjabloon voor {project}"
        )

    def template_asked(self, name: str) -> str:
        return self.say(
            en=f"{bold(name)} holds no text. Is it the look of your minutes? Then their Word files get its "
            "styles, header and footer.",
            nl=f"In {bold(name)} staat geen tekst. Is het de huisstijl van je notulen? Dan krijgen de "
            "Word-bestanden ervan de stijlen, koptekst en voettekst.",
        )

    def template_used(self, project: str) -> str:
        return self.say(
            en=f"✓ Word files of {esc(project)}'s minutes look like this now. "
            "The project's settings undo it.",
            nl=f"✓ Word-bestanden van de notulen van {esc(project)} zien er nu zo uit. Ongedaan maken kan in "
            "de projectinstellingen.",
        )

    def template_unusable(self, name: str) -> str:
        return self.say(
            en=f"I can't use {bold(name)} as a template. It must be a Word file (.docx) of at most 2 MB, "
            "with nothing in it that is linked from elsewhere.",
            nl=f"{bold(name)} kan ik niet als sjabloon gebruiken. Het moet een Word-bestand (.docx) zijn van "
            "hoogstens 2 MB, zonder onderdelen die van elders gekoppeld zijn.",
        )

    document_draft = said(en="Draft minutes", nl="Maak notulen")

    def document_of_which(self) -> str:
        """In an empty menu."""
        return self.say(en="Of which meeting?", nl="Van welk overleg?")

    def document_meeting(self, title: str, day: date, today: date, project: str) -> str:
        return f"{title} · {near_day(day, today, self.language)} · {project}"

    def document_other(self, project: str) -> str:
        return self.say(en=f"Another meeting · {project}", nl=f"Een ander overleg · {project}")

    def document_too_large(self, name: str, megabytes: int) -> str:
        return self.say(
            en=f"{bold(name)} is larger than {megabytes} MB. Send the text alone.",
            nl=f"{bold(name)} is groter dan {megabytes} MB. Stuur alleen de tekst.",
        )

    def document_too_long(self, name: str, letters: int, most: int) -> str:
        long, limit = (format_decimal(each, locale=self.language) for each in (letters, most))
        return self.say(
            en=f"{bold(name)} has {long} characters, and I take at most {limit} at once. Send it in parts.",
            nl=f"{bold(name)} heeft {long} tekens, en ik neem er hoogstens {limit} tegelijk. "
            "Stuur het in delen.",
        )

    def document_empty(self, name: str) -> str:
        return self.say(
            en=f"I find no text in {bold(name)}; is it a scan? Paste the text behind `/minutes`.",
            nl=f"Ik vind geen tekst in {bold(name)}; is het een scan? Plak de tekst achter `/notulen`.",
        )

    def document_unread(self, name: str) -> str:
        return self.say(
            en=f"I can't read {bold(name)}. I take text (.txt, .md), Word (.docx), PDF and subtitles of a "
            "call (.vtt, .srt), if they're whole and have no password.",
            nl=f"Ik kan {bold(name)} niet lezen. Ik neem tekst (.txt, .md), Word (.docx), pdf en ondertitels "
            "van een gesprek (.vtt, .srt), als die heel zijn en zonder wachtwoord.",
        )
