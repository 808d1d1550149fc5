import csv
from html import escape
from pathlib import Path

HEADS = "Release", "tf.keras", "import keras", "backend", "traps"
outputs = Path(__file__).parents[2] / "ledger" / "outputs.csv"
with outputs.open(encoding="utf-8", newline="") as file:
    rows = [r for r in csv.DictReader(file) if r["program"].endswith("selfcheck")]

heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
html = f"<table>\n<tr>{heads}</tr>\n"
for row in rows:
    lines = row["output"].splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    traps = [line[6:] for line in lines if line.startswith("trap: ")]
    backend = said["backend"].split(",")[0]
    cells = said["tf.keras"], said["import keras"], backend, "; ".join(traps) or "none"
    print(row["release"], *(cell.split(",")[0] for cell in cells), sep=" | ")
    inside = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    html += f'<tr><th scope="row">{row["release"]}</th>{inside}</tr>\n'
Path("answers_by_release.html").write_text(f"{html}</table>\n", encoding="utf-8")
