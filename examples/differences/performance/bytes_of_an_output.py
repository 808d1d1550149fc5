import keras
import numpy as np

sizes = []


class Wide(keras.layers.Dense):
    def call(self, x):
        y = super().call(x)
        sizes.append(keras.ops.convert_to_numpy(y).nbytes)
        return y


x = np.ones((640, 4), "float32")
for policy in "float32", "mixed_float16":
    model = keras.Sequential([Wide(1000, dtype=policy)])
    model.compile(run_eagerly=True)
    model(x)
    print(f"{policy}, model(x): {max(sizes):,} bytes")
    for rows in 32, 8:
        sizes.clear()
        model.predict(x, batch_size=rows, verbose=0)
        print(f"{policy}, batch_size={rows}: {max(sizes):,} bytes")
