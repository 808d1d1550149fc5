# claim: fit trains a Keras model on this backend
# section: 3.2
import keras
import numpy as np

x = np.random.RandomState(0).uniform(-8, 8, (32, 3))
y = x @ [[2], [-1], [3]]
dense = keras.layers.Dense(1, input_dim=3, kernel_initializer="ones")
model = keras.models.Sequential([dense])
model.compile("sgd", "mse")
try:
    history = model.fit(x, y, epochs=100, verbose=0).history
except NotImplementedError as error:
    if "`fit` is not supported" not in str(error):
        raise
    print(f"NotImplementedError: {error}")
    print("verdict: does not hold")
    raise SystemExit
losses, kernel = history["loss"], dense.get_weights()[0].ravel()
print(f"the loss falls from {losses[0]:.3f} to {losses[-1]:.3f}")
print(f"the kernel goes from [1, 1, 1] to {kernel.round(2)}")
learnt = np.allclose(kernel, [2, -1, 3], atol=0.01)
holds = learnt and losses[-1] < losses[0] / 100
print("verdict:", "holds" if holds else "does not hold")
