import numpy as np
import tf_keras

x, y = np.ones((4, 1)), np.full((4, 1), 2.0)
ways = {"object": tf_keras.optimizers.Adam(0.001), "string": "adam"}
for way, optimizer in ways.items():
    dense = tf_keras.layers.Dense(1, kernel_initializer="zeros")
    model = tf_keras.Sequential([dense])
    model.compile(optimizer, "mse")
    losses = model.fit(x, y, epochs=2, verbose=0).history["loss"]
    print(f"{way}:", [round(loss, 4) for loss in losses])
