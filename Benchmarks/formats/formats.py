#!/usr/bin/env python3
"""Field formats on a million invented values each, beside Python libraries on the same values in the same run.

    swift build -c release --product FormatBench
    Benchmarks/.venv/bin/python Benchmarks/formats/formats.py [FORMAT…] [--count N] [--update]

The values of a format, and its peer, stand in one file of values/: a new file there is a new row of the table. Both run
on one core; the peer takes the first of the values (--peer-values) and its time a value is compared. Fails where the ratio
is below 100, or a stored bound of microseconds a value is passed; `--update` stores what was measured.
"""

import argparse
import importlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = HERE / "results.json"
# The peers do less than ours does, and yet take so many times longer. Of sums price-parser gives back one number alone.
LEAST_RATIO = 100
LEAST_RATIOS = {"money": 3, "text": 25}


def formats(wanted):
    sys.path.insert(0, str(HERE))
    for file in sorted((HERE / "values").glob("[a-z]*.py")):
        module = importlib.import_module(f"values.{file.stem}")
        for name, values, peer in module.FORMATS:
            if not wanted or name in wanted:
                yield name, values, peer


def ours(given, name, path):
    """Microseconds of CPU a value, the best of several runs, and how many values were canonical, rewritten, told of."""
    runs = []
    for _ in range(given.runs):
        command = [given.bench, str(ROOT / "Rules/dictionaries"), name, path]
        rows, seconds, *counts = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        runs.append((float(seconds) / int(rows) * 1e6, [int(count) for count in counts]))
    return min(runs)


def theirs(peer, values):
    """Microseconds of CPU a value; None where the peer is not installed."""
    try:
        peer(values[0])
    except ImportError:
        return None
    start = time.process_time()
    for value in values:
        peer(value)
    return (time.process_time() - start) / len(values) * 1e6


def shown(figure, places, width=12):
    return f"{'none':>{width}}" if figure is None else f"{figure:>{width}.{places}f}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("format", nargs="*")
    options.add_argument("--bench", default=str(ROOT / ".build/release/FormatBench"))
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--peer-values", type=int, default=20_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    stored = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    failures = []
    print(f"{'format':<14}{'µs a value':>12}{'peer':>12}{'ratio':>10}   canonical, rewritten, told of")
    for name, values, peer in formats(given.format):
        made = list(values(random.Random(given.seed), given.count))
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write("\n".join(made))
            file.flush()
            micros, counts = ours(given, name, file.name)
        peer_micros = theirs(peer, made[: given.peer_values]) if peer else None
        ratio = peer_micros / micros if peer else None
        print(f"{name:<14}{micros:>12.3f}{shown(peer_micros, 2)}{shown(ratio, 0, 10)}   {', '.join(map(str, counts))}")
        least = LEAST_RATIOS.get(name, LEAST_RATIO)
        if ratio and ratio < least:
            failures.append(f"{name}: {ratio:.0f} times the peer's speed, {least} are asked")
        if given.update:
            stored[name] = {"values": given.count, "microseconds": round(micros, 3), "ratio": ratio and round(ratio),
                            "bound": {"microseconds_at_most": round(micros * 1.5, 3)}}
        elif name in stored and micros > stored[name]["bound"]["microseconds_at_most"]:
            failures.append(f"{name}: {micros:.3f} µs a value, at most {stored[name]['bound']['microseconds_at_most']} is asked")
    if given.update:
        RESULTS.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n")
    if failures:
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    main()
