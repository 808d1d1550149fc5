import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = (x[:, :1] * x[:, 1:] > 0.1).astype("float32")
w1 = rng.normal(size=(2, 8))
w2 = rng.normal(size=(8, 1))

model = keras.Sequential(
    [keras.Input((2,)), keras.layers.Dense(8, "tanh"), keras.layers.Dense(1)]
)
model.set_weights([w1, np.zeros(8), w2, np.zeros(1)])
loss = keras.losses.BinaryCrossentropy(from_logits=True)
model.compile(keras.optimizers.SGD(0.5), loss)
fit = model.fit(x, y, batch_size=16, epochs=30, shuffle=False, verbose=0)

for epoch in 10, 20, 30:
    print(f"epoch {epoch} loss {fit.history['loss'][epoch - 1]:.3f}")
