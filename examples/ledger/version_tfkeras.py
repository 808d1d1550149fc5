# claim: tf.keras follows TensorFlow's version
# section: 3.2
import sys

try:
    import tensorflow as tf

    legacy = sys.modules.get(tf.keras.layers.Dense.__module__.split(".")[0])
    beside = legacy.__version__ if legacy is not tf else "unknown"
    version = getattr(tf.keras, "__version__", beside)
    print(f"TensorFlow {tf.__version__}, tf.keras {version}")
    same = version.split(".")[:2] == tf.__version__.split(".")[:2]
    gone = "no longer" if hasattr(tf.keras, "ops") else "not yet"
    verdict = "holds" if same else gone
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
