from pathlib import Path

NAMES = "keras", "tf.keras", "tf_keras"

rows, kernels = {}, set()
for file in sorted(Path(__file__).parent.glob("*.out")):
    for line in file.read_text(encoding="utf-8").splitlines():
        if ", fit of " in line or ", loop of " in line:
            strategy, way, said = line.split(", ")
            way, _, name = way.partition(" of ")
            row = rows.setdefault((strategy, way), dict.fromkeys(NAMES, "absent"))
            row[name], _, kernel = said.partition(":")
            kernels |= {kernel.strip()} if row[name] == "trains" else set()

html = "".join(f'<th scope="col">{h}</th>' for h in ("Strategy", "way", *NAMES))
for (strategy, way), row in sorted(rows.items()):
    print(f"{strategy}, {way}: {', '.join(row.values())}")
    cells = "".join(f"<td>{result}</td>" for result in (way, *row.values()))
    html += f'</tr>\n<tr><th scope="row">{strategy}</th>{cells}'
table = f"<table>\n<tr>{html}</tr>\n</table>\n"
Path("which_strategy_trains.html").write_text(table, encoding="utf-8")
differ = [row for row in rows.values() if row["keras"] != row["tf.keras"]]
print("rows where keras and tf.keras differ:", len(differ))
print(len(kernels), "kernel in all that trains:", *kernels)
