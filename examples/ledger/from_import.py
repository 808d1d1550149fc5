# claim: tensorflow.keras is another Keras than the keras package
# section: 3.1
try:
    import keras as standalone
    from tensorflow import keras

    same = keras.layers.Dense is standalone.layers.Dense
    print(f"one Dense class under both names: {same}")
    verdict = "no longer" if same else "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except ImportError as error:  # before TensorFlow 1.4
    print(f"{type(error).__name__}: {error}".split("(")[0])
    verdict = "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
