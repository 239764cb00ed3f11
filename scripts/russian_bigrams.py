#!/usr/bin/env python3
"""Counts the letter pairs of Russian words in this checkout and writes Sources/FieldFormats/Text/RussianBigrams.swift.

The words: the dictionaries in Rules/dictionaries (each line of a list counts once), and the running text of the
documents and of all Russian messages, comments and examples in the sources, each word as often as it stands there,
three times its weight. ё counts as е. A word has a boundary before and behind it.
"""
import collections
import glob
import math
import re
import sys

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя "
TARGET = "Sources/FieldFormats/Text/RussianBigrams.swift"
STEP = 0.4


def words(paths):
    for path in sorted(paths):
        if path == TARGET:
            continue
        text = open(path, encoding="utf-8").read().lower().replace("ё", "е")
        yield from re.findall("[а-я]+", text)


def main():
    counts = collections.Counter()
    running = [
        path
        for folder in ("Sources", "Plugins", "Rules/standards", "Rules/targets")
        for kind in ("swift", "yml")
        for path in glob.glob(f"{folder}/**/*.{kind}", recursive=True)
    ] + glob.glob("*.md") + glob.glob("docs/**/*.md", recursive=True)
    for weight, paths in ((1, glob.glob("Rules/dictionaries/*.tsv")), (3, running)):
        for word in words(paths):
            for pair in zip(" " + word, word + " "):
                counts[pair] += weight
    rows = []
    for first in LETTERS:
        total = sum(counts[first, second] for second in LETTERS)
        row = ""
        for second in LETTERS:
            share = (counts[first, second] + 0.3) / (total + 0.3 * len(LETTERS))
            row += chr(ord("a") + min(25, round(-math.log(share) / STEP)))
        rows.append(row)
    table = "\n".join(f"    {row}" for row in rows)
    open(TARGET, "w", encoding="utf-8").write(f'''/// How usual a letter is after another in Russian words.
///
/// Source: counted over this checkout's own dictionaries and Russian texts by `scripts/russian_bigrams.py`.
enum RussianBigrams {{
  /// Rows: the first letter, а…я and the boundary of a word; columns: the second.
  ///
  /// A letter says −ln P(second | first) in steps of {STEP} nats, `a` for 0 to `z` for 10 and more; ё counts as е.
  static let rows: StaticString = """
{table}
    """
}}
''')
    print(sum(counts.values()), "pairs", file=sys.stderr)


if __name__ == "__main__":
    main()
