import keras
import numpy as np

keras.mixed_precision.set_global_policy("mixed_float16")

x, y = np.array([[1.0]]), np.array([[1.0, 0.0]])
wrong = keras.initializers.Constant([[0.0, 20.0]])
for dtype in [None, "float32"]:
    last = keras.layers.Dense(
        2, activation="softmax", kernel_initializer=wrong, dtype=dtype
    )
    model = keras.Sequential([keras.Input((1,)), last])
    model.compile(keras.optimizers.SGD(1.0), "categorical_crossentropy")
    loss = model.fit(x, y, verbose=0).history["loss"][0]
    kernel = last.kernel.numpy()
    print(last.compute_dtype, "loss", round(loss, 1), "kernel", kernel)
