import keras

weight = keras.Variable([1.0, 2.0], name="weight")
adam = keras.optimizers.Adam()
adam.build([weight])
accuracy = keras.metrics.BinaryAccuracy()
entropy = keras.losses.BinaryCrossentropy()

for part in adam, accuracy, entropy:
    kept = [v.name for v in getattr(part, "variables", [])]
    print(f"{part.name} keeps {len(kept)} variables:", *kept)
