import csv
from importlib.metadata import requires, version
from pathlib import Path

table = Path(__file__).with_name("tensorflow_requires_keras.csv")
with table.open(newline="") as lines:
    rows = list(csv.DictReader(lines))

for row in rows:
    bound = "its own number only" if "<" in row["requires"] else "any newer Keras"
    print(f"{row['tensorflow']:7} {row['requires']:20} {bound}")

for row in rows:
    if row["tensorflow"] == version("tensorflow"):
        agrees = row["requires"] in requires("tensorflow")
        print("the installed TensorFlow says the same:", agrees)
