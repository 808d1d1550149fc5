# /// script
# [tool.check]
# long = "to take whole: any TensorFlow makes its files with it"
# ///
import os
import shutil
import sys
from contextlib import redirect_stdout

import numpy as np
import tensorflow as tf

Dense, Input = tf.keras.layers.Dense, tf.keras.layers.Input
layers = [Dense(2, "relu", input_shape=(3,)), Dense(1)]
model = tf.keras.models.Sequential(layers)
inputs = Input((3,))
outputs = Dense(1)(Dense(2, "relu")(inputs))
functional = tf.keras.models.Model(inputs, outputs)
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
for each in model, functional:
    each.set_weights([np.array(w) for w in weights])
    each.compile("sgd", "mse")

[folder] = sys.argv[1:] or ["tensorflow-" + tf.__version__]
os.mkdir(folder)
os.chdir(folder)
of_version_1 = {"save_format": "tf"} if tf.__version__ < "2" else {}
for name, write in [
    ("model.h5", model.save),
    ("model.keras", model.save),
    ("functional.keras", functional.save),
    ("saved", lambda name: model.save(name, **of_version_1)),
    ("exported", lambda name: model.export(name)),
    ("w.h5", model.save_weights),
    ("model.weights.h5", model.save_weights),
    ("cp.ckpt", model.save_weights),
]:
    try:
        with redirect_stdout(sys.stderr):
            write(name)
        print(name + ": written")
    except (AttributeError, ValueError) as error:
        sentence = str(error).split(". ")[0]
        print(name + ": " + type(error).__name__ + ": " + sentence)
os.chdir("..")
shutil.make_archive(folder, "zip", folder)
