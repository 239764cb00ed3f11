"""pandera over polars: every rule an expression on whole columns."""

import sys

import pandera.polars as pa
import polars as pl

import rules

frame = pl.read_csv(sys.argv[1], separator=rules.DELIMITER, infer_schema=False).with_columns(pl.all().fill_null(""))


def digit(expression, weights, last):
    total = sum(expression.str.slice(i, 1).cast(pl.Int32, strict=False) * w for i, w in enumerate(weights))
    return total % 11 % 10 == expression.str.slice(last, 1).cast(pl.Int32, strict=False)


def inn(data):
    value = pl.col(data.key)
    length = value.str.len_chars()
    ten = digit(value, rules.WEIGHTS[10][0], 9)
    twelve = digit(value, rules.WEIGHTS[12][0], 10) & digit(value, rules.WEIGHTS[12][1], 11)
    return data.lazyframe.select(
        pl.when(length == 10).then(ten).when(length == 12).then(twelve).otherwise(True).fill_null(True))


def any_of(data):
    return data.lazyframe.select(pl.any_horizontal([pl.col(name) != "" for name in rules.ANY_OF]))


columns = {}
for name in frame.columns:
    checks = [pa.Check.str_matches(rules.PATTERNS[name])] if name in rules.PATTERNS else []
    if name in rules.REQUIRED:
        checks.append(pa.Check.str_length(min_value=1))
    if name == "ИНН":
        checks.append(pa.Check(inn))
    columns[name] = pa.Column(str, checks)
schema = pa.DataFrameSchema(columns, checks=[pa.Check(any_of)])
try:
    schema.validate(frame, lazy=True)
    print(0)
except pa.errors.SchemaErrors as error:
    print(len(error.failure_cases))
