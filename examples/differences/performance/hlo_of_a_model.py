import keras
import numpy as np
import tensorflow as tf

dense = keras.layers.Dense(3, "relu")
model = keras.Sequential([keras.Input((4,)), dense])
model.set_weights([np.arange(12.0).reshape(4, 3) / 7, np.zeros(3)])
x = tf.ones((1, 4))

compiled = tf.function(model, jit_compile=True)
print("plain call", model(x).numpy().round(4))
print("compiled  ", compiled(x).numpy().round(4))

hlo = compiled.experimental_get_compiler_ir(x)(stage="hlo")
for line in hlo.splitlines():
    if " = " in line:
        shape, operation = line.split(" = ")[1].split()[:2]
        print(f"{operation.split('(')[0]:17} {shape}")
