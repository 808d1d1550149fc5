import contextlib
import io
import re
import textwrap
import tomllib
from pathlib import Path

import keras

script = Path(__file__).with_name("old_script.py").read_text()
script = script.replace("tf_keras", "keras")  # at first only the import
changes = Path(__file__).with_name("changes.toml").read_text()
for change in [*tomllib.loads(changes)["change"], {"on": keras.backend.backend()}]:
    if change["on"] == keras.backend.backend():
        try:
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(script, "script", "exec"), {})
            print(printed.getvalue())
        except Exception as error:
            text = re.sub(r"\x1b\[\d*m", "", f"{type(error).__name__}: {error}")
            print(textwrap.shorten(text, 150, placeholder=" ..."))
    for old, new in change.get("text", []):
        script = script.replace(old, new)
print(
    "now it is new_script.py:",
    Path(__file__).with_name("new_script.py").read_text() == script,
)
