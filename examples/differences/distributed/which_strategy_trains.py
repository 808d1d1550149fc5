from pathlib import Path

KERASES = "keras", "tf.keras", "tf_keras"
WAYS = [f"{way} of {name}" for way in ("fit", "loop") for name in KERASES]

rows, kernels = {}, set()
for file in sorted(Path(__file__).parent.glob("*.out")):
    for line in file.read_text(encoding="utf-8").splitlines():
        if ", fit of " in line or ", loop of " in line:
            strategy, way, said = line.split(", ", maxsplit=2)
            row = rows.setdefault(strategy, dict.fromkeys(WAYS, "absent"))
            row[way], _, kernel = said.partition(": ")
            kernels |= {kernel} if row[way] == "trains" else set()

html = "".join(f'<th scope="col">{head}</th>' for head in ("Strategy", *WAYS))
for strategy, row in sorted(rows.items()):
    print(f"{strategy}: {' '.join(row.values())}")
    cells = "".join(f"<td>{result}</td>" for result in row.values())
    html += f'</tr>\n<tr><th scope="row">{strategy}</th>{cells}'
table = f"<table>\n<tr>{html}</tr>\n</table>\n"
Path("which_strategy_trains.html").write_text(table, encoding="utf-8")
pairs = [(f"{way} of keras", f"{way} of tf.keras") for way in ("fit", "loop")]
differ = sum(row[a] != row[b] for row in rows.values() for a, b in pairs)
print("cells where keras and tf.keras differ:", differ)
print(len(kernels), "kernel in all that trains:", *kernels)
