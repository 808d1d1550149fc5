import keras
import numpy as np

keras.mixed_precision.set_global_policy("mixed_float16")

x = np.array([[0.0, 20.0]])
for dtype in [None, "float32"]:
    softmax = keras.layers.Softmax(dtype=dtype)
    probabilities = softmax(x)
    loss = -keras.ops.log(probabilities[:, 0])
    print(softmax.compute_dtype, probabilities.numpy())
    print("loss", loss.numpy())
