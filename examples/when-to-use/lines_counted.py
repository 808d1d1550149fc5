import re
from pathlib import Path

here = Path(__file__).parent
texts = {
    name: (here / f"{name}.py").read_text(encoding="utf-8")
    for name in ("standard_by_keras", "standard_by_hand")
}
sets = [set(text.splitlines()) for text in texts.values()]
shared = set.intersection(*sets)
for name, text in texts.items():
    lines = [line for line in text.splitlines() if line.strip()]
    own = [line for line in lines if line not in shared]
    words = re.findall(r"\w+", "\n".join(own))
    print(f"{name}: {len(words)} words in {len(own)} lines of its own")
