#!/usr/bin/env python3
"""Access XML: 1,000,000 invented clients of 12 columns, beside `xmllint --stream --noout`, which only walks through.

    swift build -c release --product revizor
    python3 Benchmarks/readers/access.py [--rows N] [--rounds N] [--update]
"""

import pathlib
import tempfile
import xml.sax.saxutils

import bases
import side_by_side


def write(path, count):
    names = [name.replace(" ", "_x0020_") for name in bases.HEADER]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        file.write('<dataroot xmlns:od="urn:schemas-microsoft-com:officedata" generated="2024-01-31T12:00:00">\n')
        for row in bases.rows(count):
            file.write("<Клиенты>\n")
            for name, cell in zip(names, row):
                if cell:
                    file.write(f"<{name}>{xml.sax.saxutils.escape(cell)}</{name}>\n")
            file.write("</Клиенты>\n")
        file.write("</dataroot>\n")


def main():
    given = bases.arguments(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "clients.xml")
        write(path, given.rows)
        commands = {"revizor": [side_by_side.REVIZOR, "read", path, "--list"], "xmllint": ["xmllint", "--stream", "--noout", path]}
        side_by_side.compare(
            "access-xml", bases.facts(path, given.rows), commands, {"xmllint": 1.0}, given.rounds, given.update)


if __name__ == "__main__":
    main()
