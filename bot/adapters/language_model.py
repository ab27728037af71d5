"""The language model behind its port: any server that speaks OpenAI's protocol. Optional."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai import OpenAI

TIMEOUT = 30
"""Seconds; the library's own is ten minutes."""


class Unreachable(Exception):
    """No answer, or one that says no; the text is safe to show."""


class LanguageModel:
    def __init__(self, client: "OpenAI", model: str) -> None:
        self.client = client
        self.model = model

    @classmethod
    def open(cls, api_key: str | None, base_url: str | None, model: str | None) -> "LanguageModel":
        from openai import OpenAI  # late: it takes longer to import than the rest of the bot to start

        client = OpenAI(api_key=api_key or "none", base_url=base_url, timeout=TIMEOUT, max_retries=1)
        return cls(client, model or "")

    def models(self) -> list[str]:
        """Names of the models that the server offers; raise Unreachable."""
        from openai import OpenAIError

        try:
            return [model.id for model in self.client.models.list()]
        except OpenAIError as fault:
            raise Unreachable(type(fault).__name__) from fault
