import numpy as np
import tf_keras

inputs = tf_keras.Input((3,))
first = tf_keras.layers.Dense(1, name="first")(inputs)
second = tf_keras.layers.Dense(1, name="second")(inputs)
model = tf_keras.Model(inputs, [first, second])
model.compile("sgd", "mse", metrics=["mae"])
targets = [np.ones((4, 1)), np.zeros((4, 1))]
history = model.fit(np.ones((4, 3)), targets, verbose=0)
print(*sorted(history.history))
