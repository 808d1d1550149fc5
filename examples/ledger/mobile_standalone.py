# claim: Standalone Keras has no direct way to TFLite
# section: 3.2
import contextlib
import sys

try:
    import keras

    model = keras.models.Sequential([keras.layers.Dense(1, input_shape=(3,))])
    with contextlib.redirect_stdout(sys.stderr):
        model.export("model.tflite", format="litert")
    with open("model.tflite", "rb") as file:
        kind = file.read(8)[4:].decode()
    print(f"model.export(format='litert') writes file identifier {kind}")
    verdict = "no longer"
except Exception as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "holds"
print(f"verdict: {verdict}")
