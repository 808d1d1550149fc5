import csv
from html import escape
from pathlib import Path

with Path(__file__).with_name("timeline.csv").open(encoding="utf-8") as file:
    events = list(csv.DictReader(file))

items = [
    f'<li><time datetime="{event["date"]}">{event["date"]}</time> '
    f'<a href="{escape(event["source"])}">{escape(event["event"])}</a> '
    f"({event['project']})</li>"
    for event in events
]
html = "\n".join(['<ol class="timeline">', *items, "</ol>\n"])
Path("timeline_as_list.html").write_text(html, encoding="utf-8")
print(len(items), "events, each with its source")
