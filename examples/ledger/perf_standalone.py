# claim: Standalone Keras is limited: no XLA, no mixed precision
# section: 3.2
import numpy as np

try:
    import keras

    data = np.ones((4, 3), "float32")
    keras.mixed_precision.set_global_policy("mixed_float16")
    model = keras.models.Sequential([keras.layers.Dense(1, input_shape=(3,))])
    model.compile("sgd", "mse", jit_compile=True)
    model.fit(data, data[:, :1], verbose=0)
    print(f"trained in {model.layers[0].compute_dtype} with jit_compile=True")
    verdict = "no longer"
except Exception as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "holds"
print(f"verdict: {verdict}")
