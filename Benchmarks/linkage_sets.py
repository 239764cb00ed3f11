#!/usr/bin/env python3
"""How well `revizor clean` finds duplicates: F1 of the clusters on every labelled set of a folder, no settings.

    REVIZOR_LINKAGE=FOLDER python3 Benchmarks/linkage_sets.py [--revizor FILE] [--plugins FOLDER] [--update] [SET…]

A set is NAME.csv with NAME.truth.csv beside it (unique_id, cluster). The id column is left out, everything else stands
as it is; the base is cleaned with `--max-merge 100%`, because the sets are made of duplicates. Two rows are merged when
the journal gives them one client. `merged` is what was merged without asking; `+ review` takes the pairs put before a
person for answered with yes. Exits with 1 when a set known here falls below its floor.
"""

import argparse
import collections
import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
NAME = "linkage_sets"
# F1 of what is merged, and its precision, below which something is broken.
FLOORS = {
    "febrl1": (0.997, 0.99), "febrl3": (0.998, 0.99), "febrl_dsgen_C10000": (0.998, 0.99), "fake_1000": (0.94, 0.97),
    "fodors_zagat": (0.98, 0.97), "dblp_acm": (0.975, 0.97), "historical_25k": (0.93, 0.97),
    "persons_en_10000": (0.975, 0.99), "persons_ru_10000": (0.985, 0.99),
}


def pairs(count):
    return count * (count - 1) // 2


def scores(found, right, expected):
    precision = right / found if found else 1.0
    recall = right / expected if expected else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def without_id(source, target):
    """Copies a CSV without its column unique_id; gives the ids in the order of the rows."""
    with open(source, encoding="utf-8", newline="") as file, open(target, "w", encoding="utf-8", newline="") as out:
        rows, writer = csv.reader(file), csv.writer(out)
        header = next(rows)
        place = header.index("unique_id")
        writer.writerow(header[:place] + header[place + 1 :])
        ids = []
        for row in rows:
            ids.append(row[place])
            writer.writerow(row[:place] + row[place + 1 :])
    return ids


def clean(given, source, output):
    command = [
        given.revizor, "clean", str(source), "--output", str(output), "--max-merge", "100%", "--lang", "en", "--table", pathlib.Path(source).stem,
        "--now", "2026-01-01",
    ]
    if given.plugins:
        command += ["--plugins", given.plugins]
    start = time.monotonic()
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{source}: revizor ended with {run.returncode}\n{run.stderr[-2000:]}")
    return time.monotonic() - start


def measure(given, folder, name):
    truth = {}
    with open(folder / f"{name}.truth.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            truth[row["unique_id"]] = row["cluster"]
    with tempfile.TemporaryDirectory() as room:
        base = pathlib.Path(room) / f"{name}.csv"
        ids = without_id(folder / f"{name}.csv", base)
        seconds = clean(given, base, pathlib.Path(room) / "out.csv")
        journal = sqlite3.connect(f"file:{room}/out.journal.sqlite?mode=ro", uri=True)
        place = dict(journal.execute("SELECT row_id, position FROM source_row"))
        client = {
            place[row]: client for row, client in journal.execute("SELECT row_id, client_id FROM source_row") if client
        }
        asked = [
            (place[a], place[b]) for a, b in journal.execute("SELECT row_a, row_b FROM link WHERE verdict = 'review'")
        ]
        journal.close()
    label = [truth[identifier] for identifier in ids]
    mine = [client.get(position + 1, f"none {position}") for position in range(len(ids))]
    count = collections.Counter
    expected = sum(map(pairs, count(label).values()))
    found = sum(map(pairs, count(mine).values()))
    right = sum(map(pairs, count(zip(mine, label)).values()))
    members = collections.defaultdict(list)
    for position, cluster in enumerate(mine):
        members[cluster].append(label[position])
    between = {tuple(sorted((str(mine[a - 1]), str(mine[b - 1])))) for a, b in asked if mine[a - 1] != mine[b - 1]}
    keyed = {str(cluster): count(labels) for cluster, labels in members.items()}
    more = sum(sum(keyed[a].values()) * sum(keyed[b].values()) for a, b in between)
    more_right = sum(sum(n * keyed[b][cluster] for cluster, n in keyed[a].items()) for a, b in between)
    return {
        "rows": len(ids), "seconds": seconds, "merged": scores(found, right, expected),
        "reviewed": scores(found + more, right + more_right, expected), "asked": len(between),
    }


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--revizor", default=str(HERE.parent / ".build/release/revizor"))
    options.add_argument("--plugins", help="folder of plugins, where not beside the program")
    options.add_argument("--update", action="store_true", help="store the figures")
    options.add_argument("sets", nargs="*", help="names of sets; all of the folder without")
    given = options.parse_args()
    folder = os.environ.get("REVIZOR_LINKAGE")
    if not folder:
        sys.exit("set REVIZOR_LINKAGE to the folder of labelled sets")
    folder = pathlib.Path(folder)
    names = given.sets or sorted(path.name[: -len(".truth.csv")] for path in folder.glob("*.truth.csv"))
    print(f"{'set':<20} {'rows':>7}  merged P / R / F1            + review P / R / F1          asked  seconds")
    failed = []
    figures = {}
    for name in names:
        result = measure(given, folder, name)
        merged = " / ".join(f"{value:.4f}" for value in result["merged"])
        reviewed = " / ".join(f"{value:.4f}" for value in result["reviewed"])
        print(
            f"{name:<20} {result['rows']:>7}  {merged}   {reviewed}   {result['asked']:>5}  {result['seconds']:7.1f}",
            flush=True)
        figures[name] = {
            "rows": result["rows"], "seconds": round(result["seconds"], 1), "asked": result["asked"],
            **{
                kind: dict(zip(("precision", "recall", "f1"), (round(value, 4) for value in result[kind])))
                for kind in ("merged", "reviewed")
            },
        }
        least = FLOORS.get(name)
        if least and (result["merged"][2] < least[0] or result["merged"][0] < least[1]):
            failed.append(f"{name}: F1 {result['merged'][2]:.4f}, precision {result['merged'][0]:.4f}, floors {least}")
    if given.update:
        stored = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
        stored.setdefault(NAME, {}).update(figures)
        RESULTS.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n")
    if failed:
        sys.exit("below the floor: " + "; ".join(failed))


if __name__ == "__main__":
    main()
