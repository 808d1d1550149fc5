# claim: keras.backend.mean computes
# section: 3.2
import keras

if hasattr(keras.backend, "mean"):
    tensor = keras.backend.variable([1.0, 2.0, 4.5])
    mean = float(keras.backend.eval(keras.backend.mean(tensor)))
    print(f"keras.backend.mean([1, 2, 4.5]) is {mean}")
    holds = mean == 2.5
else:
    tensor = keras.ops.mean([1.0, 2.0, 4.5])
    mean = float(keras.ops.convert_to_numpy(tensor))
    print(f"no keras.backend.mean; keras.ops.mean gives {mean}")
    holds = False
print("verdict:", "holds" if holds else "does not hold")
