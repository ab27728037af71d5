"""Whose name it is that somebody wrote: a member of the project, or why it is nobody who can own."""

from typing import Any

from bot.domain.drafting_people import fitting, split_names
from bot.domain.errors import PersonGone, PersonIsBot, PersonIsGuest, PersonOutside, Rejected
from bot.domain.pasted_lines import Doubt, Line
from bot.domain.people import Person, check_can_own
from bot.domain.projects import Project
from bot.usecases.minutes_draft import people_of
from bot.usecases.ports import UnitOfWork

GROUP, MENTION = "<!subteam^", "<@"
DOUBTS: dict[type[Rejected], Doubt] = {
    PersonIsGuest: Doubt.guest,
    PersonIsBot: Doubt.bot,
    PersonGone: Doubt.gone,
    PersonOutside: Doubt.outside,
}


class Names:
    """The people of a project, asked once for many lines."""

    def __init__(self, uow: UnitOfWork, project: Project) -> None:
        self.uow = uow
        self.project = project
        self.members = uow.people.members(project.team, project.channel)
        self.people = people_of(uow, project)
        self._found: dict[str, dict[str, Any]] = {}

    @property
    def known(self) -> frozenset[str]:
        """All ways in which they may be called, in lower case."""
        written = [name for person in self.people.values() for name in (person.name, person.full_name)]
        return frozenset(part for name in written if name for part in (name.lower(), name.lower().split()[0]))

    def with_owner(self, line: Line) -> Line:
        """The line with the owner that is written in it, or with what is doubtful about him."""
        if not line.owner_said:
            return line
        if line.owner_said not in self._found:
            self._found[line.owner_said] = self._changes(line.owner_said)
        return line.model_copy(update=self._found[line.owner_said])

    def _changes(self, said: str) -> dict[str, Any]:
        if said.startswith(GROUP):
            return {"owner_doubt": Doubt.group, "owner_said": ""}
        if len(split_names(said)) > 1:
            return {"owner_doubt": Doubt.several, "owner_said": self._as_read(said)}
        found = self._members_named(said)
        if len(found) == 1:
            return {"owner": found[0], "owner_said": ""}
        if found:
            return {"owner_doubt": Doubt.namesakes}
        return self.doubt_of(said)

    def _members_named(self, said: str) -> list[str]:
        shown = fitting(said, {user: person.name for user, person in self.people.items()})
        return shown or fitting(said, {user: person.full_name for user, person in self.people.items()})

    def doubt_of(self, said: str) -> dict[str, Any]:
        """Why somebody, by name, mention or id, cannot own anything here."""
        person = self._anybody(said)
        if person is None:
            return {"owner": None, "owner_doubt": Doubt.unknown, "owner_said": self._as_read(said)}
        try:
            check_can_own(person, self.members)
            doubt = Doubt.unknown
        except Rejected as reason:
            doubt = DOUBTS.get(type(reason), Doubt.unknown)
        return {"owner": None, "owner_doubt": doubt, "owner_said": person.name}

    def _anybody(self, said: str) -> Person | None:
        team = self.project.team
        person = self.uow.people.get(team, said.removeprefix(MENTION).partition("|")[0].rstrip(">"))
        named = [person] if person else self.uow.people.named(team, said.lstrip("@"))
        return named[0] if len(named) == 1 else None

    def _as_read(self, said: str) -> str:
        """Mentions by their name."""
        for part in split_names(said):
            person = self._anybody(part) if part.startswith(MENTION) else None
            said = said.replace(part, person.name) if person else said
        return said.lstrip("@")
