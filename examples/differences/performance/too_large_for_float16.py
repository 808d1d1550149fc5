import keras
import numpy as np

keras.mixed_precision.set_global_policy("mixed_float16")

x, y = np.array([[300.0]]), np.array([[90_000.0]])
weight = keras.initializers.Constant(300.0)
for dtype in [None, "float32"]:
    last = keras.layers.Dense(1, kernel_initializer=weight, dtype=dtype)
    model = keras.Sequential([keras.Input((1,)), last])
    model.compile(loss="mse")
    print(last.compute_dtype, model.predict(x, verbose=0))
    print("loss", model.evaluate(x, y, verbose=0))
