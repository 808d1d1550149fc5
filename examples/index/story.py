# /// script
# [tool.check]
# long = "to draw a whole picture"
# ///
import csv
import textwrap
from pathlib import Path

LEFT_OUT = "2015-06", "2017-0", "2018", "2019-09 Keras", "2026-03"
X = {"Keras": 52, "TensorFlow": 80}  # where the two lines run
table = Path(__file__).parents[1] / "relationship" / "timeline.csv"
events = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
told = []
for event in events:
    if not f"{event['date']} {event['project']}".startswith(LEFT_OUT):
        told.append(event)
        print(event["date"], event["event"])

# TensorFlow, the package keras, and, thick, the code of tf.keras
PATHS = """<g fill="none" stroke-width="3" stroke="#d9531e">
<path d="M80 86V422" stroke="#2b83c6"/>
<path d="M52 44V212m0 8v9m0 8v9"/>
<path d="M52 100L80 128V226L52 254V422" stroke-width="9"/></g>"""
drawn = [
    f'{PATHS}<g fill="currentColor">',
    '<text x="74" y="16">TensorFlow</text>',
    '<text x="58" y="16" text-anchor="end">Keras</text>',
]
for y, event in zip(range(44, 444, 42), told, strict=True):
    year, place = event["date"][:4], X[event["project"]]
    drawn.append(f'<text y="{y + 4}">{year}</text>')
    drawn.append(f'<circle cx="{place}" cy="{y}" r="6"/>')
    lines = textwrap.wrap(event["event"], 32)
    for n, line in enumerate(lines):
        down = 16 * n + 4 - 8 * (len(lines) - 1)
        drawn.append(f'<text x="104" y="{y + down}">{line}</text>')

said = [f"{event['date'][:4]} {event['event']}" for event in told]
svg = f"""<svg xmlns="http://www.w3.org/2000/svg" role="img" width="330"
 height="444" viewBox="0 0 330 444" font-family="system-ui, sans-serif"
 font-size="13"><title>{"; ".join(said)}</title>
{"".join(drawn)}</g></svg>
"""
Path("story.svg").write_text(svg, encoding="utf-8")
