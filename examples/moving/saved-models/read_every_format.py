# /// script
# [tool.check]
# long = "one program for the whole grid, so that its cells are alike"
# timeout = 300
# ///
import os
import shutil
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import tf_keras

here = Path(__file__).parent
script = here / "write_every_format.py"
writers = []
for release in "1.15.5", "2.9.3", "2.12.1", "2.15.1":
    writers.append(f"tensorflow-{release}")
    shutil.unpack_archive(here / f"{writers[-1]}.zip", writers[-1])
for family, legacy in (tf_keras, "1"), (keras, "0"):
    writers.append(f"{family.__name__}-{family.__version__}")
    subprocess.run(
        [sys.executable, script, writers[-1]],
        env=os.environ | {"TF_USE_LEGACY_KERAS": legacy},
        stdout=subprocess.DEVNULL,
        check=True,
    )
models = ["model.h5", "model.keras", "functional.keras"]
folders = ["saved", "exported"]
weights = ["w.h5", "model.weights.h5", "cp.ckpt"]
kinds = {"not read": "no", "not written": "none"}  # the others: "yes"
x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]], "float32")


def ways(family, file):
    """The ways to read a file, the usual one first."""
    load = family.models.load_model

    def with_weights(path):
        Dense, inputs = family.layers.Dense, family.Input((3,))
        model = family.Sequential([inputs, Dense(2, "relu"), Dense(1)])
        model.load_weights(path)
        return model

    def as_layer(path):
        return family.layers.TFSMLayer(path, "serving_default")

    def as_h5(read):
        return lambda path: read(shutil.copy(path, "renamed.h5"))

    def uncompiled(path):
        return load(path, compile=False)

    if file in models + folders:
        yield "load_model", load
        yield "compile=False", uncompiled
        yield "TFSMLayer", as_layer
        yield "renamed .h5", as_h5(uncompiled)
    yield "load_weights", with_weights
    yield "renamed .h5, load_weights", as_h5(with_weights)


def read(family, file):
    """How a file is read, and what the usual way said against it."""
    said = ""
    for way, function in ways(family, file):
        try:
            outputs = function(file)(x)
        except Exception as error:  # its words go into the output
            words = str(error).split("Exception encountered: ")[-1]
            words = words.split(". ")[0].splitlines()[0]
            said = said or f", after {type(error).__name__}: {words}"
            continue
        if isinstance(outputs, dict):
            [outputs] = outputs.values()
        assert np.ravel(outputs).tolist() == [10.0, 8.0]
        return way, said
    return "not read", said


def grid(reader, family):
    names = [writer.replace("-", " ") for writer in writers]
    columns = "".join(f"<th>{name}</th>" for name in names)
    lines = ['<table class="measured">\n']
    lines += [f"<caption>{reader} reads</caption>\n"]
    lines += [f"<thead><tr><th>file</th>{columns}</tr></thead>\n"]
    for file in models + folders + weights:
        lines.append(f"<tr><th>{file}</th>")
        for writer in writers:
            os.chdir(writer)
            way, said = "not written", ""
            if list(Path().glob(f"{file}*")):
                way, said = read(family, file)
            os.chdir("..")
            print(f"{reader}: {writer} {file}: {way}{said}")
            kind = kinds.get(way, "yes")
            lines.append(f'<td class="measured__{kind}">{way}</td>')
        lines.append("</tr>\n")
    return "".join([*lines, "</table>\n"])


tables = grid("Keras 2", tf_keras)
tables += grid("Keras 3 on TensorFlow", keras)
others = {}
for backend, name in ("jax", "JAX"), ("openvino", "OpenVINO"):
    keras.config.set_backend(backend)
    import keras

    others[name] = grid(f"Keras 3 on {name}", keras)
both = others["JAX"].replace("on JAX", "on JAX and on OpenVINO")
same = others["OpenVINO"] == others["JAX"].replace("JAX", "OpenVINO")
print("OpenVINO reads what JAX reads:", same)
tables += both if same else "".join(others.values())
label = 'role="region" tabindex="0" aria-label="What reads what"'
html = f'<div class="measured-all" {label}>\n{tables}</div>\n'
Path("read_every_format.html").write_text(html, encoding="utf-8")
