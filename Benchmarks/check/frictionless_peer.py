"""frictionless over a CSV file: constraints in the schema, the check digit and any_of as checks of rows."""

import os
import sys

from frictionless import Check, Checklist, Detector, Dialect, Resource, Schema, errors, fields, validate
from frictionless.formats import CsvControl

import rules


class Inn(Check):
    type = "inn"
    Errors = [errors.RowConstraintError]

    def validate_row(self, row):
        value = row["ИНН"] or ""
        for place, weights in enumerate(rules.WEIGHTS.get(len(value), []) if value.isdigit() else []):
            last = len(weights)
            if sum(int(d) * w for d, w in zip(value, weights)) % 11 % 10 != int(value[last]):
                yield errors.RowConstraintError.from_row(row, note="check digit")
                return
        if not any(row[name] for name in rules.ANY_OF):
            yield errors.RowConstraintError.from_row(row, note="any of")


# Absolute paths count as unsafe.
os.chdir(os.path.dirname(sys.argv[1]))
base = os.path.basename(sys.argv[1])
with open(sys.argv[1], encoding="utf-8") as file:
    header = file.readline().rstrip("\n").lstrip("\ufeff").split(rules.DELIMITER)
schema = Schema(fields=[
    fields.StringField(
        name=name, constraints={
            **({"required": True} if name in rules.REQUIRED else {}),
            **({"pattern": rules.PATTERNS[name]} if name in rules.PATTERNS else {}),
        }) for name in header
])
resource = Resource(path=base, schema=schema, dialect=Dialect(controls=[CsvControl(delimiter=rules.DELIMITER)]))
report = validate(resource, checklist=Checklist(checks=[Inn()]), limit_errors=10**9)
print(sum(len(task.errors) for task in report.tasks))
