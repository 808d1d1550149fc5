import keras

weight = keras.Variable(keras.ops.zeros(2), name="weight")
adam = keras.optimizers.Adam()
adam.build([weight])
accuracy = keras.metrics.BinaryAccuracy()
entropy = keras.losses.BinaryCrossentropy()

for part in adam, accuracy, entropy:
    kept = [f"{v.name} {v.shape}" for v in getattr(part, "variables", [])]
    print(f"{part.name} keeps {len(kept)} variables:", *kept, sep="\n  ")
