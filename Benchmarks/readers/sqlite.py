#!/usr/bin/env python3
"""SQLite: 1,000,000 invented clients of 12 columns, beside a bare C loop that takes the text of every cell.

    swift build -c release --product revizor
    python3 Benchmarks/readers/sqlite.py [--rows N] [--rounds N] [--update]
"""

import pathlib
import sqlite3
import subprocess
import tempfile

import bases
import side_by_side


def write(path, count):
    base = sqlite3.connect(path)
    base.execute("pragma journal_mode = off")
    columns = ", ".join(f'"{name}"' for name in bases.HEADER[1:])
    base.execute(f'create table "Клиенты" ("Код" integer primary key, {columns})')
    marks = ", ".join("?" * len(bases.HEADER))
    base.executemany(f'insert into "Клиенты" values ({marks})', bases.rows(count))
    base.commit()
    base.close()


def loop(folder):
    """The peer, compiled."""
    program = str(pathlib.Path(folder) / "sqlite_peer")
    source = str(pathlib.Path(__file__).with_name("sqlite_peer.c"))
    subprocess.run(["cc", "-O2", "-o", program, source, "-lsqlite3"], check=True)
    return program


def main():
    given = bases.arguments(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "clients.sqlite")
        write(path, given.rows)
        commands = {"revizor": [side_by_side.REVIZOR, "read", path, "--list"], "c-loop": [loop(folder), path]}
        side_by_side.compare(
            "sqlite", bases.facts(path, given.rows), commands, {"c-loop": 0.66}, given.rounds, given.update)
        bases.hold_memory("sqlite", 1.5)


if __name__ == "__main__":
    main()
