import keras
import numpy as np
import tf_keras

x = np.array([[1.0], [2.0]])
dense = tf_keras.layers.Dense(1)
old = tf_keras.Sequential([tf_keras.Input((1,)), dense])
for optimizer in tf_keras.optimizers.Adam(0.02), "adam":
    old.compile(optimizer, loss="mse")
    old.save("old.keras")
    try:
        new = keras.models.load_model("old.keras")
        print("loaded, with", type(new.optimizer).__name__)
        new.fit(x, x, verbose=0)
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")

new = keras.models.load_model("old.keras", compile=False)
new.compile(keras.optimizers.Adam(0.02), loss="mse")
print("the same outputs:", np.allclose(new(x), old(x)))
new.fit(x, x, verbose=0)
print("steps in Keras 3:", int(new.optimizer.iterations))
