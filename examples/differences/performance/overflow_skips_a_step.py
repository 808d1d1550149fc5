import keras
import numpy as np

keras.mixed_precision.set_global_policy("mixed_float16")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.set_weights([np.zeros((4, 1)), np.zeros(1)])
model.compile("sgd", "mse")
x, y = np.full((8, 4), 0.5), np.full((8, 1), 0.5)


def report(step):
    kernel = model.get_weights()[0].ravel()[:2].round(4)
    scale = float(model.optimizer.dynamic_scale)
    print(f"{step:15} scale {scale:7.0f}  kernel {kernel}")


model.fit(x, y, verbose=0)
report("small gradients")
model.fit(x * 1e5, y, verbose=0)  # its gradients overflow float16
report("overflow")
model.fit(x, y, verbose=0)
report("small gradients")
