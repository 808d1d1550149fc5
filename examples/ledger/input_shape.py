# claim: A layer takes input_shape without a warning
# section: 3.3
import warnings

try:
    import tensorflow as tf

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    texts = [str(one.message) for one in caught if "input_shape" in str(one.message)]
    print(f"warning: {texts[0][:50] if texts else 'none'}")
    verdict = "no longer" if texts else "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
