#!/usr/bin/env python3
"""Duplicates among invented persons: `LinkageBench` beside Splink 5 with DuckDB, on the same file in the same run.

    swift build -c release --product LinkageBench
    python3 -m venv Benchmarks/.venv && Benchmarks/.venv/bin/pip install splink duckdb==1.5.6
    Benchmarks/.venv/bin/python Benchmarks/linkage_vs_splink.py [--rows N] [--threads 2] [--growth] [--update]

Both start from the CSV and end with clusters, each as a process of its own; seconds and peak memory are what the kernel
counted for it. Settings of Splink, fair and written down here: one name comparison with term frequencies, a birth date
comparison with typographical and day/month levels, e-mail with its user-name level, and ONE joint comparison of phone,
address and postal code (its best measured profile); twelve blocking rules; u from 10 million random pairs; m by
expectation-maximisation in three sessions; every threshold of its clusters is tried against the truth and the best is
taken, which Revizor is not given. `--growth` runs Revizor alone on 100 000, 300 000, 1 000 000 and 3 000 000 rows and
prints the exponent with which its time grows.
"""

import argparse
import csv
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import persons_base
from clean_100k import measure

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
NAME = "linkage_vs_splink"


def scores(clusters, labels):
    """Precision, recall and F1 of the pairs two groupings of the same rows imply."""
    import collections

    def pairs(counts):
        return sum(count * (count - 1) // 2 for count in counts)

    found = pairs(collections.Counter(clusters).values())
    expected = pairs(collections.Counter(labels).values())
    right = pairs(collections.Counter(zip(clusters, labels)).values())
    precision, recall = right / max(found, 1), right / max(expected, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)


def column(path, name):
    with open(path, encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def splink(source, target, threads):
    """Runs in a process of its own: reads, trains, scores, and writes clusters at several thresholds."""
    import duckdb
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    connection.execute(
        f"""
        CREATE TABLE base AS SELECT unique_id, nullif(lower(trim(first_name)), '') first_name,
          nullif(lower(trim(surname)), '') surname, nullif(dob, '') dob, nullif(lower(email), '') email,
          nullif(regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(61|0)', ''), '') phone,
          nullif(lower(address), '') address, nullif(lower(city), '') city, nullif(postcode, '') postcode
        FROM read_csv('{source}', header = true, all_varchar = true)
        """)
    household = cl.CustomComparison(
        output_column_name="household",
        comparison_levels=[
            cll.CustomLevel("phone_l IS NULL AND address_l IS NULL AND postcode_l IS NULL "
                            "OR phone_r IS NULL AND address_r IS NULL AND postcode_r IS NULL", "null").configure(
                is_null_level=True),
            cll.CustomLevel("phone_l = phone_r AND address_l = address_r", "phone and address"),
            cll.CustomLevel("phone_l = phone_r", "phone"),
            cll.CustomLevel("address_l = address_r AND postcode_l = postcode_r", "address"),
            cll.CustomLevel("levenshtein(phone_l, phone_r) <= 1", "phone with a slip"),
            cll.CustomLevel("levenshtein(address_l, address_r) <= 2 AND postcode_l = postcode_r", "address with a slip"),
            cll.CustomLevel("postcode_l = postcode_r", "postcode"),
            cll.ElseLevel(),
        ])
    rules = [
        block_on("email"), block_on("phone"), block_on("first_name", "surname"), block_on("surname", "dob"),
        block_on("first_name", "dob"), block_on("postcode", "surname"), block_on("postcode", "first_name"),
        block_on("dob", "postcode"), block_on("address", "city"), block_on("substr(first_name,1,3)", "substr(surname,1,4)", "dob"),
        block_on("split_part(email,'@',1)", "dob"),
        "l.first_name = r.surname AND l.surname = r.first_name",
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True), cl.EmailComparison("email"), household,
        ],
        blocking_rules_to_generate_predictions=rules, retain_intermediate_calculation_columns=False,
        retain_matching_columns=False)
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register("base"), settings) if hasattr(api, "register") else Linker("base", settings, api)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("email", "dob"), block_on("first_name", "surname", "dob"), block_on("phone", "dob")], recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in (block_on("dob"), block_on("email"), block_on("first_name", "surname")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    for place, threshold in enumerate(THRESHOLDS):
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predicted, threshold_match_probability=threshold)
        name = clusters.physical_name
        connection.execute(
            f"COPY (SELECT cluster_id FROM {name} ORDER BY CAST(unique_id AS BIGINT)) TO '{target}.{place}.csv' (HEADER)")
        if place == 0:
            # The first threshold is the one that is timed; the others only look for its best.
            pathlib.Path(f"{target}.done").write_text("")
            print("TIMED", flush=True)
            if os.environ.get("SPLINK_ONE"):
                return


THRESHOLDS = (0.99, 0.95, 0.999, 0.9999, 0.99999, 0.999999)


def revizor_command(given, source, target):
    return [given.bench, source, "--jobs", str(given.threads), "--dictionaries", given.dictionaries, "--clusters", target]


def main():
    if len(sys.argv) > 1 and sys.argv[1] == "--splink":
        splink(sys.argv[2], sys.argv[3], int(sys.argv[4]))
        return
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bench", default=str(HERE.parent / ".build/release/LinkageBench"))
    options.add_argument("--dictionaries", default=str(HERE.parent / "Rules/dictionaries"))
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--threads", type=int, default=os.cpu_count() or 2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", help="where the invented bases are kept; a temporary one without")
    options.add_argument("--growth", action="store_true")
    options.add_argument("--update", action="store_true", help="store the figures in results.json")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = given.folder or room
        if given.growth:
            growth(given, folder, room)
        else:
            compare(given, folder, room)


def base(given, folder, rows):
    path = f"{folder}/persons_{rows}.csv"
    if not os.path.exists(path):
        persons_base.main(rows, folder, given.seed)
    return path


def show(label, run, score=None):
    tail = "" if score is None else "  P {:.4f}  R {:.4f}  F1 {:.4f}".format(*score)
    print(f"{label:<22} {run['seconds']:8.2f} s {run['cpu_seconds']:8.2f} s cpu {run['peak_mib']:8.0f} MiB{tail}", flush=True)


def compare(given, folder, room):
    source = base(given, folder, given.rows)
    labels = column(source.replace(".csv", ".truth.csv"), "cluster")
    mine = measure(revizor_command(given, source, f"{room}/mine.csv"))
    my_score = scores(column(f"{room}/mine.csv", "cluster"), labels)
    show("revizor", mine, my_score)
    os.environ["SPLINK_ONE"] = "1"
    theirs = measure([sys.executable, __file__, "--splink", source, f"{room}/theirs", str(given.threads)])
    del os.environ["SPLINK_ONE"]
    subprocess.run(
        [sys.executable, __file__, "--splink", source, f"{room}/theirs", str(given.threads)], check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    tried = {
        threshold: scores(column(f"{room}/theirs.{place}.csv", "cluster_id"), labels)
        for place, threshold in enumerate(THRESHOLDS)
    }
    best = max(tried, key=lambda threshold: tried[threshold][2])
    show("splink 5, p >= 0.95", theirs, tried[0.95])
    show(f"splink 5, best p >= {best}", theirs, tried[best])
    ratio = theirs["seconds"] / mine["seconds"]
    memory = mine["peak_mib"] / theirs["peak_mib"]
    print(f"{ratio:.1f} times as fast, {memory:.2f} of its memory")
    if given.update:
        stored = json.loads(RESULTS.read_text(encoding="utf-8"))
        stored[NAME] = {
            "rows": given.rows, "threads": given.threads, "seconds": round(mine["seconds"], 2),
            "peak_mib": round(mine["peak_mib"]), "f1": round(my_score[2], 4), "splink_seconds": round(theirs["seconds"], 2),
            "splink_peak_mib": round(theirs["peak_mib"]), "splink_best_f1": round(tried[best][2], 4),
            "ratio": round(ratio, 2), "memory_ratio": round(memory, 3),
        }
        RESULTS.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    if ratio < 5 or memory > 0.5 or my_score[2] < tried[best][2]:
        sys.exit("below what is promised: 5 times as fast, half the memory, no lower F1")


def growth(given, folder, room):
    seconds = {}
    for rows in (100_000, 300_000, 1_000_000, 3_000_000):
        source = base(given, folder, rows)
        run = measure(revizor_command(given, source, f"{room}/mine.csv"))
        seconds[rows] = run["seconds"]
        show(f"revizor {rows}", run)
    exponent = math.log(seconds[3_000_000] / seconds[100_000]) / math.log(30)
    print(f"time grows as rows^{exponent:.2f}")
    if exponent > 1.15:
        sys.exit("grows faster than rows^1.15")


if __name__ == "__main__":
    main()
