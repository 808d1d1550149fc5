import re

import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "relu")])
model.set_weights([np.arange(12.0).reshape(4, 3) / 7, np.zeros(3)])
x = tf.ones((1, 4))

compiled = tf.function(model, jit_compile=True)
print("plain call", model(x).numpy().round(4))
print("compiled  ", compiled(x).numpy().round(4))

hlo = compiled.experimental_get_compiler_ir(x)(stage="hlo")
for name, shape, operation in re.findall(r"%([\w.]+) = (\S+) ([\w-]+)\(", hlo):
    print(f"{operation:18} {shape:18} {name}")
