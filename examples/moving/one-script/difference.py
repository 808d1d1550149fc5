import difflib
from pathlib import Path

here = Path(__file__)
old = here.with_name("old_script.py").read_text().splitlines()
new = here.with_name("new_script.py").read_text().splitlines()
lines = list(
    difflib.unified_diff(old, new, "old_script.py", "new_script.py", "", "", 1)
)
print(*(line.rstrip() for line in lines), sep="\n")
kept = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
print(f"{sum(block.size for block in kept)} of {len(old)} lines stay as they were")
