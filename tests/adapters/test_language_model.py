"""The language model's adapter, against a real HTTP server that fails in every way there is."""

from collections.abc import Callable
from time import monotonic

import pytest
from pydantic import BaseModel

from bot.adapters.language_model import LanguageModel
from bot.core.jobs import Temporary
from bot.core.language_model import NoAnswer, Unanswered
from tests.kit.model_server import ModelServer, Play, a_model_server, fails, says, sends

GOOD = says({"text": "fine"})


class Shape(BaseModel):
    text: str


def asked(server: ModelServer, stopped: Callable[[], bool] = lambda: False, **settings: float) -> str:
    model = LanguageModel(None, server.url, "small", **settings)  # type: ignore[arg-type]
    return model.ask("Be good.", "What is it?", Shape, stopped).text


@pytest.mark.parametrize(
    "plays",
    [
        [GOOD],
        [says('Sure! Here it is:\n```json\n{"text": "fine"}\n```')],
        [says('<think>{"text": "no"}</think>{"text": "fine"}')],
        [fails(429, Retry_After="0"), GOOD],
        [fails(503, Retry_After="0"), GOOD],
        [fails(400, "use 'max_completion_tokens' instead"), GOOD],
        [says("I would rather talk."), GOOD],
        [says({"wrong": 1}), GOOD],
        [says('{"text": "fi', "length"), GOOD],
        [says('{"text": "fine"}', None), GOOD],
    ],
)
def test_an_answer_is_had_at_the_second_attempt_at_last(plays: list[Play]) -> None:
    with a_model_server(*plays) as server:
        assert asked(server) == "fine"
        assert len(server.asked) == len(plays)


@pytest.mark.parametrize(
    ("play", "why"),
    [
        (fails(401), Unanswered.refused),
        (fails(500, "out of memory"), Unanswered.refused),
        (fails(400), Unanswered.refused),
        (fails(429, Retry_After="60"), Unanswered.busy),
        (says("no JSON at all"), Unanswered.unusable),
        (says({"text": ["wrong"]}), Unanswered.unusable),
        (says('{"text": "fine"}', "length"), Unanswered.unusable),
        (says('{"text": "fine"}', "content_filter"), Unanswered.unusable),
        (says('{"text": "fine"}', None), Unanswered.unusable),
        (says("x" * 300_000), Unanswered.unusable),
        (sends({"choices": []}, "[DONE]"), Unanswered.unusable),
        (sends({"choices": 3}), Unanswered.unusable),
        (sends({"choices": [{"delta": 3}]}), Unanswered.unusable),
        (sends("no json"), Unanswered.unusable),
        (sends("x" * 5_000_000), Unanswered.unusable),
        (sends({"error": {"message": "it broke"}}), Unanswered.refused),
    ],
)
def test_why_there_is_no_answer_is_told(play: Play, why: Unanswered) -> None:
    with a_model_server(play) as server, pytest.raises(NoAnswer) as none:
        asked(server)
    assert none.value.why is why


@pytest.mark.parametrize("trickles", [False, True])
def test_what_hangs_or_never_ends_is_over_in_time(trickles: bool) -> None:
    with a_model_server() as server, pytest.raises(NoAnswer) as none:
        server.plays.append(server.trickles if trickles else server.hangs)
        began = monotonic()
        asked(server, timeout=0.2)
    assert none.value.why is Unanswered.slow
    assert monotonic() - began < 10


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(NoAnswer) as none:
        asked(ModelServer("http://127.0.0.1:9/v1"))
    assert none.value.why is Unanswered.unreachable


def test_who_does_not_want_to_wait_does_not() -> None:
    with a_model_server() as server, pytest.raises(NoAnswer) as none:
        server.plays.append(server.hangs)
        asked(server, stopped=lambda: bool(server.asked))
    assert none.value.why is Unanswered.stopped


def test_a_bot_that_stops_waits_for_nothing() -> None:
    with a_model_server() as server, pytest.raises(Temporary):
        server.plays.append(server.hangs)
        model = LanguageModel(None, server.url, "small")
        model.close()
        model.ask("Be good.", "What is it?", Shape, lambda: False)


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_server_that_takes_no_schema_is_asked_in_another_way_and_so_from_then_on(status: int) -> None:
    refuses = fails(status, "response_format json_schema is not supported")
    with a_model_server(refuses, refuses, GOOD) as server:
        model = LanguageModel(None, server.url, "small")
        for _ in range(2):
            assert model.ask("Be good.", "What is it?", Shape, lambda: False).text == "fine"
        forms = [body.get("response_format", {}).get("type") for body in server.asked]
    assert forms == ["json_schema", "json_schema", "json_object", "json_object"]
    assert "additionalProperties" in str(server.asked[0]) and server.asked[0]["max_tokens"] > 1000


def test_without_any_form_it_is_asked_in_plain_words() -> None:
    refuses = fails(400, "what?")
    with a_model_server(refuses, refuses, refuses, GOOD) as server:
        assert asked(server) == "fine"
        assert "response_format" not in server.asked[-1]
