import subprocess
import sys

LOOK = """
import importlib.util
for name in "tensorflow", "keras":
    print(name, "found:", bool(importlib.util.find_spec(name)))
if not importlib.util.find_spec("keras"):
    import keras
"""
# -S: a Python that does not see what is installed in this one
for python, options in ("another Python", ["-S"]), ("this Python", []):
    command = [sys.executable, *options, "-c", LOOK]
    ended = subprocess.run(command, capture_output=True, text=True)
    print(f"{python}:", *ended.stdout.splitlines(), sep="\n    ")
    if ended.returncode:
        print("   ", ended.stderr.splitlines()[-1])
