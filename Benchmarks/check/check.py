#!/usr/bin/env python3
"""`revizor check` of 100,000 rows × 12 columns beside frictionless, pandera with polars and Great Expectations.

python3 Benchmarks/check/check.py [--update] — the peers come from PyPI, into the Python that runs this; versions are
stored with the figures. All hold the base to the same rules: patterns, required fields, the check digit of the ИНН, one of
phone and e-mail (same_rules.yml, rules.py). A base where every cell is wrong is checked beside it.
"""

import argparse
import csv
import importlib.metadata
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "readers")]
import client_base  # noqa: E402
import side_by_side  # noqa: E402

ROWS = 100_000
BOUNDS = {"frictionless": 20, "pandera": 3, "great-expectations": 12}

side_by_side.RESULTS = HERE / "results.json"
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--update", action="store_true", help="store the figures")
parser.add_argument("--rounds", type=int, default=3)
options = parser.parse_args()


def wrong(path, target):
    """The same base with every cell spoilt."""
    with open(path, encoding="utf-8", newline="") as source, open(target, "w", encoding="utf-8", newline="") as out:
        rows, writer = csv.reader(source, delimiter=";"), csv.writer(out, delimiter=";")
        writer.writerow(next(rows))
        for row in rows:
            writer.writerow([f"{cell[:-1]}?#" if cell else "?#" for cell in row])


with tempfile.TemporaryDirectory() as folder:
    base, spoilt = f"{folder}/base.csv", f"{folder}/spoilt.csv"
    client_base.write(base, ROWS, 1)
    wrong(base, spoilt)
    # A verdict is an exit code; here only the time counts.
    ours = ["bash", "-c", '"$0" "$@" || [ $? -eq 1 ]', side_by_side.REVIZOR, "check", "--standard", str(HERE / "same_rules.yml"),
            "--now", "2026-11-22", "--quiet"]
    peers = {"frictionless": "frictionless_peer.py", "pandera": "pandera_peer.py", "great-expectations": "gx_peer.py"}
    versions = {name: importlib.metadata.version(name) for name in ("frictionless", "pandera", "polars", "great_expectations")}
    commands = {"revizor": ours + [base]} | {name: [sys.executable, str(HERE / file), base] for name, file in peers.items()}
    side_by_side.compare(
        "check-100k", {"rows": ROWS, "columns": len(client_base.HEADER), "versions": versions}, commands, BOUNDS,
        options.rounds, options.update)
    side_by_side.compare(
        "check-every-cell-wrong", {"rows": ROWS}, {"spoilt": ours + [spoilt], "usual": ours + [base]}, {"usual": 0.5},
        options.rounds, options.update)
