import keras
import numpy as np
import tensorflow as tf

x = np.arange(6.0).reshape(6, 1)
y = 2 * x


class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        rows = slice(2 * index, 2 * index + 2)
        return x[rows], y[rows]


pipeline = tf.data.Dataset.from_tensor_slices((x, y)).batch(2)
for name, data in ("tf.data", pipeline), ("PyDataset", Batches()):
    dense = keras.layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([dense])
    model.compile(keras.optimizers.SGD(0.01), "mse")
    history = model.fit(data, epochs=3, shuffle=False, verbose=0)
    losses = [round(loss, 3) for loss in history.history["loss"]]
    print(f"{name}: losses {losses}")
same = keras.utils.Sequence is keras.utils.PyDataset
print("keras.utils.Sequence is the same class:", same)
