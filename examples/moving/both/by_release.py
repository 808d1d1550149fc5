import csv
from itertools import groupby
from pathlib import Path

data = Path(__file__).parents[2] / "ledger/outputs.csv"
program = "moving/both/test_scaled"


def summary(row):
    last = row["output"].splitlines()[-1]
    return last.partition(":")[0]


with data.open(newline="") as file:
    records = csv.DictReader(file)
    rows = [row for row in records if row["program"] == program]
for said, group in groupby(rows, summary):
    names = [row["release"] for row in group]
    span = f"{names[0]} to {names[-1]}" if names[1:] else names[0]
    print(f"{span}, {len(names)} measured: {said}")
