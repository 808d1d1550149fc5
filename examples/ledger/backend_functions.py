# claim: keras.backend computes: keras.backend.mean is there
# section: 3.2
try:
    import keras

    there = hasattr(keras.backend, "mean")
    print(f"Keras {keras.__version__}, keras.backend.mean there: {there}")
    verdict = "holds" if there else "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
