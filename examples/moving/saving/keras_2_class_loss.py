import keras
import numpy as np
import tf_keras

x = np.array([[1.0], [2.0]])
dense = tf_keras.layers.Dense(1, input_shape=(1,))
old = tf_keras.Sequential([dense])
old.set_weights([np.array([[3.0]]), np.array([0.0])])
old.compile("sgd", loss=tf_keras.losses.MeanSquaredError())
print("loss in Keras 2:", old.evaluate(x, x, verbose=0))
old.save("old.h5")

try:
    keras.models.load_model("old.h5")
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[-1]}")

new = keras.models.load_model("old.h5", compile=False)
new.compile("sgd", loss=keras.losses.MeanSquaredError())
print("loss in Keras 3:", new.evaluate(x, x, verbose=0))
