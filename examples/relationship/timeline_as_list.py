import csv
from html import escape
from pathlib import Path

with Path(__file__).with_name("timeline.csv").open() as file:
    events = list(csv.DictReader(file))

items = []
for event in events:
    date, words = event["date"], escape(event["words"])
    link = f'<a href="{event["source"]}">{escape(event["event"])}</a>'
    time = f'<time datetime="{date}">{date}</time>'
    items.append(f"<li>{time} {link} <q>{words}</q></li>\n")

html = f'<ol class="timeline">\n{"".join(items)}</ol>\n'
Path("timeline_as_list.html").write_text(html, encoding="utf-8")
print(len(items), "events, each with the words of its source")
