"""Makes the next migration from what the tables say now and the migrations do not yet:

    python -m storage.migrations "give projects a sponsor"

It comes out formatted, and a new column that may not be empty has a default for the rows that are there.
Read what it wrote, correct it (a renamed column looks like one dropped and one added), give it a test
when it moves data, and commit it together with the tables.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from storage.core.engine import config, locked, migrate, open_engine, revisions


def write_next(why: str) -> None:
    number = f"{int(revisions()[-1]) + 1:04}"
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'scratch.db'}")
        migrate(engine)
        with locked(engine) as connection:
            written = command.revision(config(connection), why, autogenerate=True, rev_id=number)
        engine.dispose()
    for script in written if isinstance(written, list) else [written]:
        if script is not None:
            subprocess.run([sys.executable, "-m", "ruff", "format", script.path], check=True)


if __name__ == "__main__":
    write_next(" ".join(sys.argv[1:]))
