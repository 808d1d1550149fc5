# /// script
# [tool.check]
# long = "runs every row of the table, and writes it"
# ///
import csv
from html import escape
from pathlib import Path

import keras
import tensorflow as tf


def use(path):
    """Look a name up, as a script does, and call a legacy optimizer."""
    first, *names = path.split(".")
    thing = {"tf": tf, "keras": keras}[first]
    for name in names:
        thing = getattr(thing, name)
    if "optimizers.legacy." in path:
        thing()  # these fail when they are called


def failure(path):
    try:
        use(path)
    except (AttributeError, ImportError) as error:
        return type(error).__name__
    return "none"


with Path(__file__).with_name("names.csv").open() as file:
    rows = list(csv.DictReader(file))
fails = [failure(row["old"]) for row in rows]
nothing = [row for row in rows if row["new"] == "nothing"]
named = [row for row in rows if row not in nothing]
there = [row for row in named if failure(row["new"]) == "none"]
print("rows:", len(rows))
for error in sorted(set(fails)):
    print(f"the old name fails with {error}:", fails.count(error))
print("nothing takes its place:", len(nothing))
print("today's name is there:", len(there))


def code(name):
    """A name that a narrow column breaks after a dot."""
    return f"<code>{name.replace('.', '.<wbr>')}</code>"


HEADS = "Old name", "Today", "What changed"
heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
lines = ["<table>", f"<thead><tr>{heads}</tr></thead>", "<tbody>"]
for row in rows:
    today = row["new"] if row in nothing else code(row["new"])
    more = escape(row["change"], quote=False)
    if row["page"] != "names.html":
        more += f' (<a href="{row["page"]}">more</a>)'
    lines.append(f"<tr><td>{code(row['old'])}</td><td>{today}</td>")
    lines.append(f"<td>{more}</td></tr>")
lines += ["</tbody>", "</table>"]
Path("each_row.html").write_text("\n".join(lines) + "\n")
