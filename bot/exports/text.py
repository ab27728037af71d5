"""Sentences about files of action items."""

from bot.core.language import Language
from bot.exports.model import Column
from bot.text.marks import bold, code
from bot.text.speaker import Speaker


class ExportTexts(Speaker):
    def export_column(self, column: Column) -> str:
        return self.say(
            en=(
                {
                    Column.project: "Project",
                    Column.number: "Number",
                    Column.text: "Action item",
                    Column.status: "Status",
                    Column.owner: "Owner",
                    Column.helpers: "Helpers",
                    Column.due: "Due",
                    Column.original_due: "First due",
                    Column.times_postponed: "Times postponed",
                    Column.postponed_because: "Postponed because",
                    Column.starts: "Starts",
                    Column.waits: "Waits for",
                    Column.repeats: "Repeats",
                    Column.raised_by: "Raised by",
                    Column.raised_at: "Raised on",
                    Column.done_at: "Done on",
                    Column.source: "Source",
                }[column]
            ),
            nl=(
                {
                    Column.project: "Project",
                    Column.number: "Nummer",
                    Column.text: "Actiepunt",
                    Column.status: "Status",
                    Column.owner: "Actiehouder",
                    Column.helpers: "Helpers",
                    Column.due: "Streefdatum",
                    Column.original_due: "Eerste streefdatum",
                    Column.times_postponed: "Keer uitgesteld",
                    Column.postponed_because: "Uitgesteld omdat",
                    Column.starts: "Begint",
                    Column.waits: "Wacht op",
                    Column.repeats: "Herhaalt",
                    Column.raised_by: "Ingebracht door",
                    Column.raised_at: "Ingebracht op",
                    Column.done_at: "Gereed op",
                    Column.source: "Bron",
                }[column]
            ),
        )

    def export_title(self, project: str) -> str:
        """Plain; `project` is empty for all of them."""
        return self.say(en=f"Action items {project}".strip(), nl=f"Actiepunten {project}".strip())

    def export_file(self, title: str, count: int) -> str:
        return self.say(
            en=f"{bold(title)}: {count} {'item' if count == 1 else 'items'}, as you asked.",
            nl=f"{bold(title)}: {count} {'actiepunt' if count == 1 else 'actiepunten'}, zoals je vroeg.",
        )

    def export_empty(self, command: str) -> str:
        example = code(command + " export csv")
        return self.say(
            en=f"Nothing to export: no action item is like that. {example} takes all.",
            nl=f"Er is niets om te exporteren: geen actiepunt is zo. {example} neemt alles mee.",
        )

    def export_coming(self, project: str) -> str:
        """`project` is empty for all that they may see."""
        if self.language == Language.en:
            of = f"of {bold(project)}" if project else "of all your projects"
            return f"The file with the action items {of} is on its way: I send it to you in person."
        of = f"van {bold(project)}" if project else "van al je projecten"
        return f"Het bestand met de actiepunten {of} komt eraan: ik stuur het jou persoonlijk."
