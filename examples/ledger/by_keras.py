# claim: The chapter's Sequential listing builds the same layer
# section: 3.3
try:
    import tensorflow as tf

    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [layers.Dense(64, activation="relu", input_shape=(784,))]
    )
    print(f"{model.count_params()} parameters")
    verdict = "holds" if model.count_params() == 784 * 64 + 64 else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
