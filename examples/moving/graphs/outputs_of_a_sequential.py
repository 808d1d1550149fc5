import keras
import numpy as np
import tensorflow as tf

hidden = keras.layers.Dense(3, kernel_initializer="ones", name="hidden")
last = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((2,)), hidden, last])
last.set_weights([np.array([[1], [-2], [3]]), np.zeros(1)])

features = model.get_layer("hidden").output
both = keras.Model(model.inputs[0], [features, model.outputs[0]])
with tf.GradientTape() as tape:
    features, score = both(np.array([[1.0, 2.0]]))
print("features:", *features.numpy(), "score:", *score.numpy())
print("gradient:", *tape.gradient(score, features).numpy())
