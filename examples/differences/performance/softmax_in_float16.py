import keras
import numpy as np

x, y = np.array([[1.0]]), np.array([[1.0, 0.0]])
wrong = keras.initializers.Constant([[0.0, 20.0]])
for policy in ["mixed_float16", "mixed_bfloat16"]:
    keras.mixed_precision.set_global_policy(policy)
    print(policy)
    for last in ["softmax", "softmax in float32", "none, from_logits"]:
        dense = keras.layers.Dense(
            2,
            activation="softmax" if "softmax" in last else None,
            kernel_initializer=wrong,
            dtype="float32" if "float32" in last else None,
        )
        logits = "from_logits" in last
        loss = keras.losses.CategoricalCrossentropy(from_logits=logits)
        model = keras.Sequential([keras.Input((1,)), dense])
        model.compile(keras.optimizers.SGD(1.0), loss)
        (value,) = model.fit(x, y, verbose=0).history["loss"]
        print(f"  {last}: {value:.1f}, kernel {dense.kernel.numpy()}")
