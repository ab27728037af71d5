"""The language model behind its port: any server that speaks OpenAI's protocol. Optional.

Nothing that it answers is trusted: it is read as a stream, so much and no more, within a time of our own, and
is an answer only where it ends in order and has the shape that was asked for.
"""

from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import cached_property
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import structlog
from pydantic import BaseModel, ValidationError

from bot.core.jobs import Temporary
from bot.core.language_model import NoAnswer, Unanswered

if TYPE_CHECKING:
    from openai import APIStatusError, OpenAI

T = TypeVar("T", bound=BaseModel)
log = structlog.get_logger()
TIMEOUT, CONTEXT = 60, 8000
"""Seconds for an answer, all attempts together; tokens that the model takes, with those of its answer."""
BYTES = 200
"""On the wire, for each character that is asked: an event for a token has some 250."""
LETTERS = 3
"""Characters of a token; a third of all tokens is for what is asked, a third for what is told."""
LOOK = 0.5
"""Seconds between looks whether anybody still waits for an answer."""
BUSY, FORMAT = (429, 502, 503, 504), (400, 422)
BOUNDS = ("maxLength", "maxItems")
"""They keep a small model from going on for ever; some servers refuse them."""
AGAIN = "That is not the JSON that I asked for, or not all of it. Answer again, shorter, with the JSON alone."


class Unreachable(Exception):
    """No answer, or one that says no; the text is safe to show."""


class _Unusable(Exception):
    def __init__(self, text: str = "") -> None:
        self.text = text


@dataclass
class _Wait:
    deadline: float
    stopped: Callable[[], bool]
    closing: Event

    @property
    def left(self) -> float:
        return max(self.deadline - monotonic(), 0.01)

    def check(self) -> None:
        """Raise where nobody waits any more."""
        if self.closing.is_set():
            raise Temporary("stopping")
        if self.stopped():
            raise NoAnswer(Unanswered.stopped)
        if monotonic() >= self.deadline:
            raise NoAnswer(Unanswered.slow)

    def rest(self, seconds: float) -> None:
        """Raise NoAnswer where there is no time for it."""
        if seconds >= self.left:
            raise NoAnswer(Unanswered.busy)
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            self.closing.wait(min(LOOK, left))
            self.check()


class LanguageModel:
    def __init__(
        self,
        api_key: str | None,
        base_url: str | None,
        model: str | None,
        *,
        timeout: float = TIMEOUT,
        context: int = CONTEXT,
    ) -> None:
        self.about = {"api_key": api_key or "none", "base_url": base_url, "timeout": timeout}
        self.model, self.timeout = model or "", timeout
        self.tokens = context // 3
        self.room = self.tokens * LETTERS
        self._form = 0
        """Of the ways to ask for JSON, the first that its server took."""
        self._limit = "max_tokens"
        self._closing = Event()

    @cached_property
    def client(self) -> "OpenAI":
        from openai import DefaultHttpxClient, OpenAI  # late: it takes longer than all else to start

        from bot.adapters.bounded import bounded

        client = DefaultHttpxClient(event_hooks={"response": [bounded(BYTES * self.room, self.timeout)]})
        return OpenAI(**self.about, max_retries=0, http_client=client)  # type: ignore[arg-type]

    def close(self) -> None:
        """Whoever waits for an answer stops waiting."""
        self._closing.set()

    def models(self) -> list[str]:
        """Names of the models that the server offers; raise Unreachable."""
        from openai import OpenAIError

        try:
            return [model.id for model in self.client.models.list()]
        except OpenAIError as fault:
            raise Unreachable(type(fault).__name__) from fault

    def ask(self, told: str, asked: str, shape: type[T], stopped: Callable[[], bool]) -> T:
        waiting = _Wait(monotonic() + self.timeout, stopped, self._closing)
        messages = [{"role": "system", "content": told}, {"role": "user", "content": asked}]
        for _ in range(2):
            try:
                text = self._answer(messages, _forms(shape), waiting)
                return shape.model_validate_json(_json_in(text))
            except _Unusable as cut:
                said = cut.text
            except ValidationError:
                said = text
            wrong = [{"role": "assistant", "content": said[: self.room // 4] or "{"}]
            messages = [*messages[:2], *wrong, {"role": "user", "content": AGAIN}]
        raise NoAnswer(Unanswered.unusable)

    def _answer(self, messages: Any, forms: list[Any], waiting: _Wait) -> str:
        """Down the forms where the server doesn't take one; which it took is remembered."""
        from openai import APIStatusError

        form, pause = self._form, 1.0
        while True:
            about = {self._limit: self.tokens, **({"response_format": forms[form]} if forms[form] else {})}
            try:
                text = self._waited_for(messages, about, waiting)
            except APIStatusError as fault:
                if fault.status_code in BUSY:
                    told = _retry_after(fault)
                    waiting.rest(pause if told is None else told)
                    pause *= 2
                elif self._limit == "max_tokens" and "max_completion_tokens" in fault.message:
                    self._limit = "max_completion_tokens"
                elif form + 1 < len(forms) and _is_about_form(fault):
                    form += 1
                else:
                    log.warning("model.refused", status=fault.status_code, code=fault.code)
                    raise NoAnswer(Unanswered.refused) from fault
            else:
                self._form = form
                return text

    def _waited_for(self, messages: Any, about: dict[str, Any], waiting: _Wait) -> str:
        """Asked in a thread of its own, since no library ends what a server drags on."""
        over, answer = Event(), Future[str]()

        def work() -> None:
            try:
                answer.set_result(self._streamed(messages, about, waiting.left, over))
            except Exception as fault:  # noqa: BLE001 - it is raised again where it is waited for
                answer.set_exception(fault)

        Thread(target=work, name="model", daemon=True).start()
        try:
            while not wait([answer], min(LOOK, waiting.left)).done:
                waiting.check()
            return answer.result()
        finally:
            over.set()

    def _streamed(self, messages: Any, about: dict[str, Any], timeout: float, over: Event) -> str:
        """The whole text; raise NoAnswer, APIStatusError or _Unusable."""
        from httpx2 import HTTPError, TimeoutException
        from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError

        text, end = "", None
        try:
            with self.client.chat.completions.create(
                model=self.model, messages=messages, stream=True, timeout=timeout, **about
            ) as stream:
                for chunk in stream:
                    for choice in chunk.choices[:1]:
                        text += choice.delta.content or ""
                        end = choice.finish_reason or end
                    if over.is_set() or len(text) > 2 * self.room:
                        break
        except (APITimeoutError, TimeoutException) as fault:
            raise NoAnswer(Unanswered.slow) from fault
        except APIConnectionError as fault:
            raise NoAnswer(Unanswered.unreachable) from fault
        except APIStatusError:
            raise
        except APIError as fault:  # in the midst of a stream
            raise NoAnswer(Unanswered.refused) from fault
        except (HTTPError, ValueError, TypeError, AttributeError) as fault:  # cut off, or no such protocol
            raise _Unusable(text) from fault
        if end != "stop":
            raise _Unusable(text)
        return text


def _forms(shape: type[BaseModel]) -> list[Any]:
    """What to ask for, the strictest first."""

    def schema(bounded: bool) -> dict[str, Any]:
        of = _strict(shape.model_json_schema(mode="serialization"), bounded)
        return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": of}}

    return [schema(bounded=True), schema(bounded=False), {"type": "json_object"}, None]


def _strict(schema: Any, bounded: bool) -> Any:
    if isinstance(schema, list):
        return [_strict(each, bounded) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: each for name, each in schema.items() if name != "default"}
    kept = {name: _strict(each, bounded) for name, each in kept.items() if bounded or name not in BOUNDS}
    return {**kept, "additionalProperties": False} if kept.get("type") == "object" else kept


def _json_in(text: str) -> str:
    """Also between what a model thinks, or says beside it."""
    said = text.rpartition("</think>")[2]
    return said[said.find("{") : said.rfind("}") + 1]


def _is_about_form(fault: "APIStatusError") -> bool:
    words = ("format", "schema", "grammar", "json")
    return fault.status_code in FORMAT or (
        fault.status_code == 500 and any(word in fault.message.lower() for word in words)
    )


def _retry_after(fault: "APIStatusError") -> float | None:
    try:
        return max(0.0, float(fault.response.headers.get("retry-after", "")))
    except ValueError:
        return None
