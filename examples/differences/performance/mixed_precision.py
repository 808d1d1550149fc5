import keras
import numpy as np

x = np.full((1, 4), 1 / 3)
for policy in ["float32", "mixed_float16", "mixed_bfloat16"]:
    keras.mixed_precision.set_global_policy(policy)
    layer = keras.layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((4,)), layer])
    model.compile("sgd")
    output = model(x).numpy()
    print(f"{policy:15} output {output.item():.5f}", end=" ")
    print(f"{output.dtype.name:9}weights", layer.kernel.dtype, end="  ")
    print(type(model.optimizer).__name__)
