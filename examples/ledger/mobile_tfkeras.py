# claim: A tf.keras model converts to TFLite
# section: 3.2
import contextlib
import sys

try:
    import tensorflow as tf

    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    if hasattr(tf.lite.TFLiteConverter, "from_keras_model"):
        converter = tf.lite.TFLiteConverter.from_keras_model(model)
    else:
        model.save("model.h5")
        converter = tf.lite.TFLiteConverter.from_keras_model_file("model.h5")
    with contextlib.redirect_stdout(sys.stderr):
        kind = converter.convert()[4:8].decode()
    print(f"file identifier {kind}")
    verdict = "holds" if kind == "TFL3" else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if tf.__version__ >= "2" else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
