"""What an act sets going begins once the act is answered: who did it reads first what was understood."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Condition, local

from bot.core.jobs import Job

PATIENCE = 3
"""Seconds, those of Slack, after which a job no longer waits for an answer."""


class Answers:
    """The jobs that acts of this process added, each held back while its act is being answered.

    An act is decided and answered in one thread. Another process may begin such a job at once.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._act = local()
        self._held: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Around an act and its answer."""
        added: list[str] = []
        self._act.added = added
        try:
            yield
        finally:
            self._act.added = None
            with self._changed:
                self._held.difference_update(added)
                self._changed.notify_all()

    def hold(self, jobs: Iterable[Job]) -> None:
        """To be called before they are committed; those that no act added begin at once."""
        added: list[str] | None = getattr(self._act, "added", None)
        if added is not None:
            with self._changed:
                added += [job.key for job in jobs]
                self._held.update(added)

    def wait_for(self, job: Job) -> None:
        with self._changed:
            self._changed.wait_for(lambda: job.key not in self._held, self.patience)
