#!/usr/bin/env python3
"""`revizor clean` on a call centre's base: 200 000 persons, 150 000 of them with one phone and «нет» for an e-mail.

    swift build -c release
    python3 Benchmarks/shared_contact.py [--rows 200000] [--update]

One row in twenty is a copy of another one, with a slip in the surname or the birth date's day and month swapped. Prints
seconds, peak memory, what was merged rightly and wrongly by the truth, and what the run says of the phone and the
e-mail. Fails when the phone or the e-mail makes clients of strangers, when nothing is said of them, or when memory is
above its bound; `--update` stores the figures.
"""

import argparse
import collections
import csv
import json
import pathlib
import platform
import os
import random
import sqlite3
import sys
import tempfile

from clean_100k import RESULTS, measure, rounded

HERE = pathlib.Path(__file__).resolve().parent
NAME = "shared_contact"
GIVEN = "Олег Павел Артём Степан Глеб Фёдор Кирилл Тимур Захар Игнат Макар Платон Савва Тихон Ярослав Ефим".split()
FATHERS = "Олегович Павлович Артёмович Степанович Глебович Фёдорович Кириллович Тимурович Захарович Игнатович".split()
PARTS = "ба ве го ду жи за кла лу мо не пра ро са ту фе хо ца че шу ще бри вла гре дро зна".split()
ENDS = "нов ков лин рин тов шин дов ев мин хин".split()
CITIES = "Тверь Калуга Пенза Омск Пермь Уфа Томск Орёл".split()
CENTRE = "+7 495 010-20-30"


def person(numbers):
    surname = "".join(numbers.choice(PARTS) for _ in range(numbers.randint(2, 3))) + numbers.choice(ENDS)
    date = f"{numbers.randint(1945, 2004)}-{numbers.randint(1, 12):02}-{numbers.randint(1, 28):02}"
    return [surname.capitalize(), numbers.choice(GIVEN), numbers.choice(FATHERS), date, numbers.choice(CITIES)]


def copied(row, numbers):
    row = list(row)
    year, month, day = row[3].split("-")
    if int(day) <= 12 and numbers.random() < 0.5:
        row[3] = f"{year}-{day}-{month}"
    else:
        place = numbers.randrange(2, len(row[0]))
        row[0] = row[0][:place] + row[0][place + 1 :]
    return row


def write(path, rows, seed):
    """Writes the base; gives the true client of each row."""
    numbers = random.Random(seed)
    records = []
    for client in range(rows - rows // 20):
        here = numbers.random() < 0.75
        contacts = [CENTRE, "нет"] if here else [f"+7 9{numbers.randrange(10**9):09}", f"user{client}@mail.example"]
        records.append((client, person(numbers) + contacts))
    for client, row in numbers.sample(records, rows - len(records)):
        records.append((client, copied(row, numbers)))
    numbers.shuffle(records)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow("Фамилия,Имя,Отчество,Дата рождения,Город,Телефон,E-mail".split(","))
        writer.writerows(row for _, row in records)
    return [client for client, _ in records]


def pairs(count):
    return count * (count - 1) // 2


def judged(path, truth):
    """Pairs merged rightly, wrongly, and pairs that are one client; findings by code."""
    journal = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    made = dict(journal.execute("SELECT position, client_id FROM source_row"))
    findings = dict(journal.execute("SELECT code, count(*) FROM finding GROUP BY code"))
    asked = journal.execute("SELECT count(*) FROM link WHERE verdict = 'review'").fetchone()[0]
    journal.close()
    count = collections.Counter
    mine = [made[position + 1] for position in range(len(truth))]
    right = sum(map(pairs, count(zip(mine, truth)).values()))
    return {
        "right": right, "wrong": sum(map(pairs, count(mine).values())) - right,
        "copies": sum(map(pairs, count(truth).values())), "asked": asked,
    }, findings


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--revizor", default=str(HERE.parent / ".build/release/revizor"))
    options.add_argument("--rows", type=int, default=200_000)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--update", action="store_true", help="store the figures and draw the bound from them")
    given = options.parse_args()
    if not os.access(given.revizor, os.X_OK):
        sys.exit(f"{given.revizor}: not there; build it with `swift build -c release`")
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "clients.csv")
        truth = write(source, given.rows, given.seed)
        run = measure(
            [given.revizor, "clean", source, "--output", os.path.join(folder, "clean.csv"), "--standard", "ru-b2c", "--now",
             "2026-11-22", "--lang", "en"])
        found, findings = judged(os.path.join(folder, "clean.journal.sqlite"), truth)
    print(
        f"{given.rows} rows: {run['seconds']:.1f} s, {run['cpu_seconds']:.1f} s cpu, {run['peak_mib']:.0f} MiB,"
        f" {run['peak_mib'] * 1024 / given.rows:.2f} KiB a row")
    print(
        f"pairs of copies {found['copies']}: {found['right']} merged, and {found['wrong']} that are none;"
        f" {found['asked']} pairs put before a person")
    for code in sorted(findings, key=lambda code: -findings[code]):
        print(f"{findings[code]:>8} {code}")
    stored = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    if given.update:
        stored[NAME] = {
            "rows": given.rows, "seed": given.seed, "machine": f"{platform.machine()}, {os.cpu_count()} cores",
            "revizor": rounded(run, given.rows), "pairs": found,
            "bound": {"peak_mib_at_most": round(run["peak_mib"] * 1.1, 1)},
        }
        RESULTS.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n")
    if found["wrong"] > found["right"] * 0.01:
        sys.exit("strangers were merged: more than one pair in a hundred is wrong")
    if findings.get("shared-phone", 0) < given.rows * 0.5:
        sys.exit("nothing was said of the phone that most clients share")
    bound = stored.get(NAME)
    if bound and bound["rows"] == given.rows and run["peak_mib"] > bound["bound"]["peak_mib_at_most"]:
        sys.exit(f"more memory than its bound: at most {bound['bound']['peak_mib_at_most']} MiB is asked")


if __name__ == "__main__":
    main()
