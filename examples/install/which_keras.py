import csv
from html import escape
from pathlib import Path

HEADS = "TensorFlow", "tf.keras is", "it asks for", "ran on Python"
ledger = Path(__file__).parents[1] / "ledger"
with (ledger / "outputs.csv").open(encoding="utf-8") as file:
    runs = [r for r in csv.DictReader(file) if "self" in r["program"]]
with (ledger / "ledger.csv").open(encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
said = {run["release"]: run["output"] for run in runs}
html = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
for row in reversed(rows):
    name, _, version = row["release"].partition("-")
    alone = name == "tensorflow" and "keras" not in version
    if alone and version > "2" and row["claim"] == "version-standalone":
        asks = row["evidence"].rpartition(" and ")[2]
        python = row["python"].rpartition(".")[0]
        tf_keras = said[row["release"]].split("tf.keras: ")[1][:7]
        cells = tf_keras, asks, python
        print(version, *cells, sep=" | ")
        data = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        html += f'</tr>\n<tr><th scope="row">{version}</th>{data}'
table = f'<table class="measured">\n<tr>{html}</tr>\n</table>\n'
Path("which_keras.html").write_text(table, encoding="utf-8")
