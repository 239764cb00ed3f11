"""Great Expectations over pandas: expectations on columns; the check digit by a column made beforehand."""

import os
import sys

os.environ["GX_ANALYTICS_ENABLED"] = "false"
import great_expectations as gx
import pandas as pd

import rules

frame = pd.read_csv(sys.argv[1], sep=rules.DELIMITER, dtype=str, keep_default_na=False)


def holds(value):
    if not value.isdigit() or len(value) not in rules.WEIGHTS:
        return True
    return all(
        sum(int(d) * w for d, w in zip(value, weights)) % 11 % 10 == int(value[len(weights)])
        for weights in rules.WEIGHTS[len(value)])


frame["inn holds"] = frame["ИНН"].map(holds)
frame["any of"] = (frame[rules.ANY_OF] != "").any(axis=1)
context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
batch = (context.data_sources.add_pandas("p").add_dataframe_asset("a").add_batch_definition_whole_dataframe("b")
         .get_batch(batch_parameters={"dataframe": frame}))
suite = gx.ExpectationSuite(name="s")
for name, pattern in rules.PATTERNS.items():
    suite.add_expectation(gx.expectations.ExpectColumnValuesToMatchRegex(column=name, regex=pattern))
for name in rules.REQUIRED:
    suite.add_expectation(gx.expectations.ExpectColumnValueLengthsToBeBetween(column=name, min_value=1))
for name in ("inn holds", "any of"):
    suite.add_expectation(gx.expectations.ExpectColumnValuesToBeInSet(column=name, value_set=[True]))
result = batch.validate(suite, result_format="SUMMARY")
print(sum(item.result.get("unexpected_count", 0) for item in result.results))
