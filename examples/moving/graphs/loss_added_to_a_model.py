import keras

inputs = keras.Input((2,))
outputs = keras.layers.Dense(1)(inputs)
functional = keras.Model(inputs, outputs)
sequential = keras.Sequential([inputs, keras.layers.Dense(1)])
for model in functional, sequential:
    try:
        model.add_loss(keras.ops.mean(model.outputs[0] ** 2))
    except (NotImplementedError, ValueError) as error:
        words = str(error).partition(". ")[0] or "(no words)"
        print(f"{type(model).__name__}: {type(error).__name__}")
        print(f"    {words}")
