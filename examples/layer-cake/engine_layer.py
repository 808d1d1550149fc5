import re

import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential(
    [keras.Input((3,)), keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
)
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])

x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
compiled = tf.function(model, jit_compile=True)
hlo = compiled.experimental_get_compiler_ir(x)(stage="hlo")
# The metadata and the instruction numbers differ from one trace to the next.
for shape, opcode in re.findall(r"= \(?(\w+\[[\d,]*\]).*?\)? ([a-z-]+)\(", hlo):
    print(f"{opcode:18} {shape}")

print("answer:", compiled(x).numpy().ravel())
