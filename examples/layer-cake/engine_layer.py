import keras
import numpy as np
import tensorflow as tf

hidden = keras.layers.Dense(2, activation="relu")
score = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), hidden, score])
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])

compiled = tf.function(model, jit_compile=True)
program = compiled.experimental_get_compiler_ir(x)(stage="hlo")
for line in program.splitlines():
    if " = " in line:  # name = shape instruction(operands), details
        shape, instruction = line.split(" = ")[1].split()[:2]
        print(f"{instruction.split('(')[0]:18} {shape}")

print("answer:", compiled(x).numpy().ravel())
