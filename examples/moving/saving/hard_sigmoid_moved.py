import keras
import numpy as np
import tf_keras

x = np.array([[1.0], [2.0]])
dense = tf_keras.layers.Dense(1, "hard_sigmoid", True, "ones")
old = tf_keras.Sequential([tf_keras.Input((1,)), dense])
old.save("old.h5")


@keras.saving.register_keras_serializable()
def hard_sigmoid_2(x):
    return keras.ops.clip(0.2 * x + 0.5, 0, 1)


print("Keras 2:", old(x).numpy().ravel())
for custom in [{}, {"hard_sigmoid": hard_sigmoid_2}]:
    new = keras.models.load_model("old.h5", custom, compile=False)
    print("Keras 3", *custom, new(x).numpy().ravel())
