import csv
from html import escape
from pathlib import Path

HEADS = "Release", "tf.keras", "import keras", "backend", "traps"
outputs = Path(__file__).parents[2] / "ledger" / "outputs.csv"
with outputs.open(encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
rows = [row for row in rows if row["program"].endswith("selfcheck")]

heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
html = f"<table>\n<tr>{heads}</tr>\n"
for row in rows:
    lines = row["output"].splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    traps = [line[6:] for line in lines if line.startswith("trap: ")]
    backend = said["backend"].split(",")[0]
    trapped = "; ".join(traps) or "none"
    cells = said["tf.keras"], said["import keras"], backend, trapped
    short = [cell.split(",")[0] for cell in cells]
    print(row["release"], *short, sep=" | ")
    inside = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    html += f'<tr><th scope="row">{row["release"]}</th>{inside}</tr>\n'
html += "</table>\n"
Path("answers_by_release.html").write_text(html, encoding="utf-8")
