import keras
import tf_keras

double = tf_keras.layers.Lambda(lambda x: 2 * x)
tf_keras.Sequential([tf_keras.Input((3,)), double]).save("old.h5")

try:
    keras.models.load_model("old.h5", compile=False)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

new = keras.models.load_model("old.h5", compile=False, safe_mode=False)
print("a file that you trust:", new(keras.ops.ones((1, 3))).numpy())
