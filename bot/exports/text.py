"""Sentences about files of records."""

from typing import Any

from bot.core.nouns import Noun
from bot.text.sentences import Speaker, bold, code

NOT_ALLOWED = ("missing_scope", "not_allowed_token_type", "no_permission", "access_denied")
"""Of us: Slack's words for what a new installation mends."""
TOO_LARGE = ("file_upload_size_restricted", "file_too_large", "status 413")


class ExportTexts(Speaker):
    def export_title(self, noun: Noun[Any], project: str) -> str:
        """Plain; `project` is empty for all of them."""
        return f"{noun.many.in_language(self.language).capitalize()} {project}".strip()

    def export_file(self, noun: Noun[Any], title: str, count: int) -> str:
        them = noun.counting(count, self.language)
        return self.say(
            en=f"{bold(title)}: {them}, as you asked.", nl=f"{bold(title)}: {them}, zoals je vroeg."
        )

    def export_cut(self, noun: Noun[Any], title: str, most: int, last: str) -> str:
        """`last`: the project with which it ends."""
        return self.say(
            en=f"{bold(title)}: the first {most} {noun.many.en}, because a file holds no more. It ends in "
            f"{bold(last)}: export one project at a time, or with a filter, to have the rest.",
            nl=f"{bold(title)}: de eerste {most} {noun.many.nl}, want meer past er niet in een bestand. Het "
            f"eindigt in {bold(last)}: exporteer per project, of met een filter, voor de rest.",
        )

    def export_empty(self, noun: Noun[Any], command: str) -> str:
        shown = code(f"{command} {self.say(en='list', nl='lijst')}")
        return self.say(
            en=f"There are no {noun.many.en} like that to export. {shown} shows what there is.",
            nl=f"Er zijn geen {noun.many.nl} zoals je vroeg om te exporteren. {shown} toont wat er is.",
        )

    def export_coming(self, noun: Noun[Any], project: str) -> str:
        """`project` is empty for all that they may see."""
        of = bold(project) if project else self.say(en="all your projects", nl="al je projecten")
        return self.say(
            en=f"The file with the {noun.many.en} of {of} is on its way. I'll send it to you "
            "in a direct message.",
            nl=f"Het bestand met de {noun.many.nl} van {of} komt eraan. Ik stuur het je "
            "in een direct bericht.",
        )

    def file_refused(self, title: str, reason: str) -> str:
        """Instead of the file; `reason` in Slack's word."""
        if reason in NOT_ALLOWED:
            todo = self.say(
                en=f"I can't send files here yet. Ask whoever installed me to run {code('spil doctor')} and "
                "to reinstall the app. Then ask me again.",
                nl="Ik mag hier nog geen bestanden sturen. Vraag wie mij installeerde om "
                f"{code('spil doctor')} te draaien en de app opnieuw te installeren; vraag het me dan weer.",
            )
        elif reason in TOO_LARGE:
            todo = self.say(
                en="It's too large. Ask for less: one project, or with a filter.",
                nl="Het is te groot. Vraag om minder: één project, of met een filter.",
            )
        else:
            todo = self.say(
                en="Ask an administrator of this Slack whether apps may send files. Then ask me again.",
                nl="Vraag een beheerder van deze Slack of apps bestanden mogen sturen, en vraag het weer.",
            )
        return self.say(
            en=f"I couldn't send you the file {bold(title)}: Slack refuses it ({code(reason)}). {todo}",
            nl=f"Het bestand {bold(title)} kon ik je niet sturen: Slack weigert het ({code(reason)}). {todo}",
        )
