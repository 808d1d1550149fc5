import re
import textwrap

import keras
import tf_keras


def attempt(title, action, argument):
    try:
        action(argument)
    except (TypeError, ValueError) as error:
        words = re.sub(r" at 0x\w+", "", str(error))  # no address
        lines = textwrap.wrap(f"{type(error).__name__}: {words}")
        print(title, *lines, sep="\n    ")


one, other = keras.layers.Flatten(), tf_keras.layers.Flatten()
attempt("a keras layer in a tf_keras model", tf_keras.Sequential, [one])
attempt("a tf_keras layer in a keras model", keras.Sequential, [other])

model, sgd = keras.Sequential([one]), tf_keras.optimizers.SGD()
attempt("a tf_keras optimizer for a keras model", model.compile, sgd)
model, sgd = tf_keras.Sequential([other]), keras.optimizers.SGD()
attempt("a keras optimizer for a tf_keras model", model.compile, sgd)
