import keras
import numpy as np

for policy in ["float32", "mixed_float16", "mixed_bfloat16"]:
    keras.mixed_precision.set_global_policy(policy)
    layer = keras.layers.Dense(1)
    model = keras.Sequential([keras.Input((4,)), layer])
    model.compile("sgd", "mse")
    output = model(np.ones((2, 4), "float32"))
    print(f"{policy:15} output {output.dtype.name:9}", end="")
    print(f"weights {layer.kernel.dtype}", end="  ")
    print(type(model.optimizer).__name__)
