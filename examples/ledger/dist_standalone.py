# claim: Standalone Keras cannot distribute training by itself
# section: 3.2
try:
    import keras

    names = dir(keras.distribution)
    there = [name for name in ("DataParallel", "ModelParallel") if name in names]
    print(f"keras.distribution offers {' and '.join(there)}")
    verdict = "no longer"
except AttributeError as error:
    print(error)
    verdict = "holds"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
