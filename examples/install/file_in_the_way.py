import subprocess
import sys
from pathlib import Path

in_the_way = Path("tensorflow.py")  # a script named like the package
in_the_way.write_text("print('tensorflow.py of this folder')\n")
work = "import tensorflow.keras; print('Keras is there')"


def last_line_of(code):
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True)
    lines = ended.stdout.splitlines() + ended.stderr.splitlines()
    return lines[-1] if ended.returncode else lines[0]


print("with tensorflow.py:", last_line_of(work))
in_the_way.unlink()
print("without:", last_line_of(work))
