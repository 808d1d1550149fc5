import difflib
from pathlib import Path

here = Path(__file__)
old = here.with_name("old_script.py").read_text().splitlines()
new = here.with_name("new_script.py").read_text().splitlines()
names = "old_script.py", "new_script.py"
lines = difflib.unified_diff(old, new, *names, n=1)
print(*(line.rstrip() for line in lines), sep="\n")
matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
kept = sum(block.size for block in matcher.get_matching_blocks())
print(f"{kept} of {len(old)} lines stay as they were")
