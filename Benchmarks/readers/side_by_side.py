"""Runs readers on one file in turns, and stores how many times ours is as fast as each peer.

Turns are taken in rounds, so that what else the machine does falls on all alike; the least CPU time of a reader counts
(all read on one core but where a format's file says otherwise), wall time and peak memory are stored beside it.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = HERE / "results.json"
REVIZOR = os.environ.get("REVIZOR_BINARY", str(ROOT / ".build/release/revizor"))


def once(command):
    """CPU and wall seconds and peak MiB of one run."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def compare(name, facts, commands, bounds, rounds, update, clock="cpu_seconds"):
    """Measures `commands` (ours first); fails where a peer's time over ours is below its bound."""
    runs = {reader: [] for reader in commands}
    for _ in range(rounds):
        for reader, command in commands.items():
            runs[reader].append(once(command))
    figures = dict(facts)
    for reader, taken in runs.items():
        figures[reader] = {
            "cpu_seconds": round(min(run[0] for run in taken), 3),
            "seconds": round(min(run[1] for run in taken), 3),
            "peak_mib": round(max(run[2] for run in taken), 1),
        }
    ours = figures[next(iter(commands))]
    figures["clock"] = clock
    figures["ratio"] = {peer: round(figures[peer][clock] / ours[clock], 2) for peer in bounds}
    figures["bound"] = bounds
    for reader in commands:
        print(f"{name}: {reader:18} {figures[reader]}")
    slow = [peer for peer, least in bounds.items() if figures["ratio"][peer] < least]
    for peer, least in bounds.items():
        print(f"{name}: {figures['ratio'][peer]} times as fast as {peer} (at least {least})")
    if update:
        stored = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
        stored[name] = figures
        RESULTS.write_text(json.dumps(stored, indent=2, ensure_ascii=False, sort_keys=True) + "\n")
    if slow:
        sys.exit(f"{name}: below the bound beside {', '.join(slow)}")
