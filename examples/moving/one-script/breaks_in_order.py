import contextlib
import io
import re
import textwrap
import tomllib
from pathlib import Path

import keras


def read(name):
    return Path(__file__).with_name(name).read_text()


backend = keras.backend.backend()
script = read("old_script.py").replace("tf_keras", "keras")
changes = tomllib.loads(read("changes.toml"))["change"]
for change in [*changes, {"on": backend}]:
    if change["on"] == backend:
        try:
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(script, "script", "exec"), {})
            print(printed.getvalue())
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
            text = re.sub(r"\x1b\[\d*m", "", text)
            print(textwrap.shorten(text, 150, placeholder=" ..."))
    for old, new in change.get("text", []):
        script = script.replace(old, new)
print("now it is new_script.py:", script == read("new_script.py"))
