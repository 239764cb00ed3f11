#!/usr/bin/env python3
"""`revizor clean` on 100 000 invented rows of 12 columns, beside a Python peer on the same file in the same run.

    swift build -c release
    python3 -m venv Benchmarks/.venv && Benchmarks/.venv/bin/pip install phonenumbers python-stdnum email-validator rapidfuzz
    python3 Benchmarks/clean_100k.py --peer-python Benchmarks/.venv/bin/python [--update]

Prints seconds, peak memory and rows a second of both, and their ratio. Fails when the ratio is below the bound in
results.json, or the memory above its own; `--update` stores what was measured and draws new bounds from it.
"""

import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

import client_base

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
NAME = "clean_100k"


def measure(command):
    """Runs a command; gives its wall seconds and peak MiB, as the kernel counted them for that child alone."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            sys.exit(f"{command[0]} ended with {process.returncode}:\n{output.read().decode(errors='replace')[-2000:]}")
    # Linux counts ru_maxrss in KiB, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {"seconds": seconds, "peak_mib": usage.ru_maxrss / unit, "cpu_seconds": usage.ru_utime + usage.ru_stime}


def best(command, runs):
    """The fastest of several runs: what the machine's other work disturbed least."""
    return min((measure(command) for _ in range(runs)), key=lambda run: run["seconds"])


def has_peer(python):
    check = "import phonenumbers, stdnum.ru.inn, email_validator, rapidfuzz"
    return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0


def line(label, run, rows):
    return (
        f"{label:<8} {run['seconds']:8.2f} s  {run['cpu_seconds']:8.2f} s cpu  {run['peak_mib']:8.1f} MiB"
        f"  {rows / run['seconds']:10.0f} rows/s  {run['peak_mib'] * 1024 / rows:6.2f} KiB a row"
    )


def rounded(run, rows):
    return {key: round(value, 2) for key, value in run.items()} | {"rows_per_second": round(rows / run["seconds"])}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--revizor", default=str(HERE.parent / ".build/release/revizor"))
    options.add_argument("--standard", default="ru-b2b")
    options.add_argument("--peer-python", default=sys.executable, help="a Python that has the peer's packages")
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--runs", type=int, default=3, help="runs of revizor; the fastest counts")
    options.add_argument("--update", action="store_true", help="store the figures and draw the bounds from them")
    options.add_argument("--keep", metavar="FILE", help="only write the base to FILE")
    given = options.parse_args()
    if given.keep:
        client_base.write(given.keep, given.rows, given.seed)
        return
    if not os.access(given.revizor, os.X_OK):
        sys.exit(f"{given.revizor}: not there; build it with `swift build -c release`")

    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "clients.csv")
        client_base.write(source, given.rows, given.seed)
        print(f"{given.rows} rows, {os.path.getsize(source) / 1e6:.1f} MB, {os.cpu_count()} cores")
        ours = best(
            [given.revizor, "clean", source, "--output", os.path.join(folder, "clean.csv"), "--standard", given.standard,
             "--now", "2026-11-22", "--lang", "en"], given.runs)
        print(line("revizor", ours, given.rows))
        peer = None
        if has_peer(given.peer_python):
            peer = measure([given.peer_python, str(HERE / "peer.py"), source, os.path.join(folder, "peer.csv")])
            print(line("peer", peer, given.rows))
        else:
            print("peer     skipped: phonenumbers, python-stdnum, email-validator or rapidfuzz is not installed")
    finish(given, ours, peer)


def finish(given, ours, peer):
    """Compares with the stored bounds, or stores new ones."""
    stored = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    ratio = peer["seconds"] / ours["seconds"] if peer else None
    if ratio:
        print(f"ratio    {ratio:8.2f}: the peer's time by ours")
    if given.update:
        if not peer:
            sys.exit("nothing stored: a ratio needs the peer; name its Python with --peer-python")
        stored[NAME] = {
            "rows": given.rows, "seed": given.seed, "machine": f"{platform.machine()}, {os.cpu_count()} cores",
            "revizor": rounded(ours, given.rows), "peer": rounded(peer, given.rows), "ratio": round(ratio, 2),
            # A busy machine disturbs both, but not alike: a quarter of room for time, a tenth for memory.
            "bound": {"ratio_at_least": round(ratio * 0.75, 2), "peak_mib_at_most": round(ours["peak_mib"] * 1.1, 1)},
        }
        RESULTS.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n")
        return
    known = stored.get(NAME)
    if not known or known["rows"] != given.rows:
        print("bound    none stored for this number of rows; --update stores one")
        return
    bound = known["bound"]
    if ratio and ratio < bound["ratio_at_least"]:
        sys.exit(f"slower than its bound: ratio {ratio:.2f}, at least {bound['ratio_at_least']} is asked")
    if ours["peak_mib"] > bound["peak_mib_at_most"]:
        sys.exit(f"more memory than its bound: {ours['peak_mib']:.1f} MiB, at most {bound['peak_mib_at_most']} is asked")
    print("bound    held")


if __name__ == "__main__":
    main()
