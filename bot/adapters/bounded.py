"""A stream of a server that sends too much, or drags on, ends: else it would fill our memory."""

from collections.abc import Callable, Iterator
from time import monotonic

from httpx2 import Response, SyncByteStream


class _Bounded(SyncByteStream):
    def __init__(self, stream: SyncByteStream, most: int, until: float) -> None:
        self.stream, self.most, self.until = stream, most, until

    def __iter__(self) -> Iterator[bytes]:
        read = 0
        for piece in self.stream:
            read += len(piece)
            if read > self.most or monotonic() > self.until:
                raise ValueError("too much, or too slow")
            yield piece

    def close(self) -> None:
        self.stream.close()


def bounded(most: int, seconds: float) -> Callable[[Response], None]:
    """A hook for a client's responses: `most` bytes of each, and so long."""

    def bound(response: Response) -> None:
        assert isinstance(response.stream, SyncByteStream)
        response.stream = _Bounded(response.stream, most, monotonic() + seconds)

    return bound
