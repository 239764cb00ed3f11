#!/usr/bin/env python3
"""CSV: 1,000,000 invented clients of 12 columns, beside DuckDB's read_csv into an in-memory table, two threads each.

The peer's time has its start-up in it, some tenths of a second: so its bound is above the 2 that is promised.

    swift build -c release --product revizor
    Benchmarks/.venv/bin/pip install duckdb
    Benchmarks/.venv/bin/python Benchmarks/readers/text.py [--rows N] [--rounds N] [--update]
"""

import csv
import pathlib
import sys
import tempfile

import bases
import side_by_side

DUCKDB = """
import sys
import duckdb
base = duckdb.connect()
base.execute("set threads = 2")
base.execute(f"create table clients as select * from read_csv('{sys.argv[1]}')")
"""


def write(path, count):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(bases.HEADER)
        writer.writerows(bases.rows(count))


def main():
    given = bases.arguments(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "clients.csv")
        write(path, given.rows)
        commands = {"revizor": [side_by_side.REVIZOR, "read", path, "--list"], "duckdb": [sys.executable, "-c", DUCKDB, path]}
        side_by_side.compare(
            "csv", bases.facts(path, given.rows), commands, {"duckdb": 2.2}, given.rounds, given.update, clock="seconds")
        bases.hold_memory("csv", 1.5)


if __name__ == "__main__":
    main()
