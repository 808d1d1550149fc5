import keras
import numpy as np

keras.mixed_precision.set_global_policy("mixed_float16")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.set_weights([np.zeros((4, 1)), np.zeros(1)])
model.compile("sgd", "mse")
x, y = np.full((8, 4), 0.5), np.full((8, 1), 0.5)
model.fit(x, y, epochs=3, verbose=0)

layer, optimizer = model.layers[0], model.optimizer
print("policy        ", layer.dtype_policy.name)
print("computes in   ", layer.compute_dtype, "- output is", model(x).dtype.name)
print("stores in     ", layer.variable_dtype, "- kernel is", layer.kernel.dtype)
print(
    "optimizer     ", type(optimizer).__name__, "around", optimizer.inner_optimizer.name
)
print("loss scale    ", float(optimizer.dynamic_scale))
before = model.get_weights()[0]
print("kernel        ", before.ravel().round(3))
model.fit(x * 1e5, y, verbose=0)  # gradients that float16 cannot hold
print("after overflow", float(optimizer.dynamic_scale))
print("step skipped  ", (before == model.get_weights()[0]).all())
