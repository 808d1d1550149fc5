import keras

weight = keras.Variable(keras.ops.zeros(2), name="weight")
adam = keras.optimizers.Adam()
adam.build([weight])
accuracy = keras.metrics.BinaryAccuracy()
entropy = keras.losses.BinaryCrossentropy()

for part in adam, accuracy, entropy:
    variables = getattr(part, "variables", [])
    print(f"{part.name} keeps {len(variables)} variables:")
    for variable in variables:
        print(f"  {variable.name} {variable.shape}")
