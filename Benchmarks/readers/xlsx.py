#!/usr/bin/env python3
"""Excel workbooks: 300,000 invented clients of 12 columns, beside python-calamine and openpyxl on the same file.

    swift build -c release --product revizor
    Benchmarks/.venv/bin/pip install python-calamine openpyxl xlsxwriter
    Benchmarks/.venv/bin/python Benchmarks/readers/xlsx.py [--rows N] [--rounds N] [--update]

The peers give Python objects; ours makes columns of text with an address a row.
"""

import argparse
import datetime
import pathlib
import random
import sys
import tempfile

import side_by_side
from side_by_side import HERE, REVIZOR

sys.path.insert(0, str(HERE.parent))
import client_base  # noqa: E402

CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
OPENPYXL = """
import sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book:
    for row in sheet.iter_rows(values_only=True):
        pass
"""


def write(path, rows, seed=1):
    """A workbook as Excel writes it: shared strings, dates as serials with a style."""
    import xlsxwriter

    rng = random.Random(seed)
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Клиенты")
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, client_base.HEADER)
    for row in range(1, rows + 1):
        client = client_base.client(rng)
        sheet.write_number(row, 0, row)
        sheet.write_string(row, 1, f'{client["form"]} «{client["company"]}»')
        sheet.write_string(row, 2, client["inn"])
        sheet.write_string(row, 3, " ".join(client["person"]))
        sheet.write_string(row, 4, client_base.written_phone(rng, client["phone"]))
        sheet.write_string(row, 5, client["email"])
        sheet.write_datetime(row, 6, datetime.datetime(*client["birth"]), date)
        sheet.write_string(row, 7, client["city"])
        sheet.write_datetime(row, 8, datetime.datetime(*client["bought"]), date)
        sheet.write_number(row, 9, client["total"])
        sheet.write_string(row, 10, client["manager"])
        if client["comment"]:
            sheet.write_string(row, 11, client["comment"])
    book.close()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=300_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "clients.xlsx")
        write(path, given.rows)
        commands = {
            "revizor": [REVIZOR, "read", path, "--list"],
            "python-calamine": [sys.executable, "-c", CALAMINE, path],
            "openpyxl": [sys.executable, "-c", OPENPYXL, path],
        }
        facts = {"rows": given.rows, "columns": len(client_base.HEADER), "bytes": pathlib.Path(path).stat().st_size}
        side_by_side.compare(
            "xlsx", facts, commands, {"python-calamine": 1.5, "openpyxl": 12}, given.rounds, given.update)


if __name__ == "__main__":
    main()
