"""What comes from outside and may mean us ill is worked on in a process of its own, which has so much time
and memory and no more."""

import subprocess
import sys

SECONDS, BYTES = 20, 1 << 30


class Unreadable(Exception):
    """It is no document of its kind, or too much of one."""


def apart(module: str, content: bytes, *arguments: str) -> bytes:
    """What `module`, run as a program, makes of it; raise Unreadable."""
    # -P: our modules and no others, whatever lies in the folder that we were started in.
    command = [sys.executable, "-P", "-m", module, *arguments]
    try:
        return subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=True).stdout
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failed:
        raise Unreadable(module) from failed


def limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
