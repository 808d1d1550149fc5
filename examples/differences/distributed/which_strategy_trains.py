from pathlib import Path

NAMES = "keras", "tf.keras", "tf_keras"

rows, kernels = {}, set()
for file in sorted(Path(__file__).parent.glob("*.out")):
    for line in file.read_text(encoding="utf-8").splitlines():
        if ", fit of " in line or ", loop of " in line:
            strategy, way, said = line.split(", ")
            way, _, name = way.partition(" of ")
            absent = dict.fromkeys(NAMES, "absent")
            row = rows.setdefault((strategy, way), absent)
            row[name], _, kernel = said.partition(":")
            if row[name] == "trains":
                kernels.add(kernel.strip())

heads = "Strategy", "way", *NAMES
html = "".join(f'<th scope="col">{head}</th>' for head in heads)
for (strategy, way), row in sorted(rows.items()):
    print(f"{strategy}, {way}: {', '.join(row.values())}")
    cells = "".join(f"<td>{cell}</td>" for cell in (way, *row.values()))
    html += f'</tr>\n<tr><th scope="row">{strategy}</th>{cells}'
table = f"<table>\n<tr>{html}</tr>\n</table>\n"
Path("which_strategy_trains.html").write_text(table, encoding="utf-8")
differ = sum(row["keras"] != row["tf.keras"] for row in rows.values())
print("rows where keras and tf.keras differ:", differ)
print(len(kernels), "kernel in all that trains:", *kernels)
