import keras
import tf_keras

Dense = tf_keras.layers.Dense
models = {
    "input_shape on the layer": [Dense(2, input_shape=(3,))],
    "Input as first layer": [tf_keras.Input((3,)), Dense(2)],
}
for name, layers in models.items():
    tf_keras.Sequential(layers).save("old.keras")
    try:
        keras.models.load_model("old.keras")
        print(f"{name}: loaded")
    except TypeError as error:
        last_line = str(error).splitlines()[-1]
        print(f"{name}:\n  {type(error).__name__}: {last_line}")
