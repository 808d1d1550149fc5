import numpy as np
from scaled import Pinball, Scaled, keras

x = np.ones((100, 1), "float32")
y = np.arange(100, dtype="float32").reshape(100, 1)

model = keras.Sequential([keras.Input(shape=(1,)), Scaled()])
model.compile(keras.optimizers.SGD(50.0), loss=Pinball(0.9))
model.fit(x, y, batch_size=100, epochs=20, verbose=0)

[[guess]] = model.predict(x[:1], verbose=0)
print("a layer of", keras.layers.Layer.__module__)
print(f"predicted: {guess:.1f}")
print(f"below it: {np.mean(y < guess):.0%} of the targets")
