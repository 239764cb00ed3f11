#!/usr/bin/env python3
"""The rules that judge clients on 1 000 000 invented clients with what 3 000 000 orders tell of them.

    swift build -c release
    python3 Benchmarks/rules/rules.py [--clients N] [--update]

Fails when all rules together take longer, or more memory, than `results.json` beside this file allows. Seconds are made
from those of the processors, as they would pass on two free cores: a busy machine does not change them much.
"""

import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
RESULTS = HERE / "results.json"


def measure(clients):
    """Lines of the benchmark: rule → (ms on two cores, ms of the processors, peak MiB)."""
    build = PACKAGE / ".build" / "release"
    command = [build / "RulesBench", build, PACKAGE / "Rules" / "dictionaries", str(clients)]
    text = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    rows = {}
    for line in text.splitlines():
        name, *cells = line.split("\t")
        rows[name] = [int(cell.split()[0]) for cell in cells]
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=1_000_000)
    parser.add_argument("--update", action="store_true", help="store these figures")
    options = parser.parse_args()
    rows = measure(options.clients)
    for name, (cores, processors, peak) in rows.items():
        print(f"{name:20} {cores / 1000:8.2f} s on 2 cores {processors / 1000:8.2f} s of processors {peak:6} MiB")
    seconds, peak = rows["all"][0] / 1000, max(row[2] for row in rows.values())
    print(f"all rules: {seconds:.2f} s on 2 cores, {peak} MiB at most")
    stored = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    if options.update:
        rules = {name: row[1] for name, row in rows.items() if name not in ("base", "all")}
        stored.update(clients=options.clients, seconds=round(seconds, 2), peak_mib=peak, processor_ms=rules)
        stored.setdefault("bound", {"seconds_at_most": 6, "peak_mib_at_most": 1536})
        RESULTS.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n")
    bound = stored.get("bound", {})
    if options.clients == stored.get("clients") and (
        seconds > bound["seconds_at_most"] or peak > bound["peak_mib_at_most"]
    ):
        sys.exit("✗ beyond the bound")


if __name__ == "__main__":
    main()
