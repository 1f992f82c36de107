"""Holds cases against JSON Schemas, with the validator of the field (PyPI jsonschema).

Usage: schema_check.py FOLDER < CASES: a schema for each form in FOLDER/FORM.json, and a case a line on standard input.
Prints the number of cases that fit; a case that does not fit is told on standard error, with status 1.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator

validators = {}
for path in pathlib.Path(sys.argv[1]).glob("*.json"):
    schema = json.loads(path.read_text())
    Draft202012Validator.check_schema(schema)
    validators[path.stem] = Draft202012Validator(schema)

fit = 0
for line in sys.stdin:
    record = json.loads(line)
    faults = [f"{fault.json_path}: {fault.message}" for fault in validators[record["form"]].iter_errors(record["answers"])]
    if faults:
        sys.exit(f"{record['form']}: {'; '.join(faults)}")
    fit += 1
print(fit)
