import keras
import tf_keras

dense = tf_keras.layers.Dense(2, input_shape=(3,))
tf_keras.Sequential([dense]).save("folder")

try:
    keras.models.load_model("folder")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
