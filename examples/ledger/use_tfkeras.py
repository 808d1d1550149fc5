# claim: tf.keras is all you need: what keras has, tf.keras has
# section: 3.2
try:
    import keras
    import tensorflow as tf

    def has(module, name):
        part, item = name.split(".")
        return hasattr(getattr(module, part, None), item)

    names = "layers.Dense losses.mean_squared_error ops.sum saving.load_model"
    there = [name for name in names.split() if has(keras, name)]
    missing = [name for name in there if not has(tf.keras, name)]
    print(f"in keras: {' '.join(there)}")
    print(f"not in tf.keras: {' '.join(missing) or 'none'}")
    verdict = "no longer" if missing else "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(error)
    verdict = "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
