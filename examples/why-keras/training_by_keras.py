import keras
import numpy as np

x = np.linspace(-1, 1, 32).reshape(-1, 1)
y = 3 * x + 1

line = keras.layers.Dense(1, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), line])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
model.fit(x, y, batch_size=8, epochs=20, shuffle=False, verbose=0)

slope, offset = model.get_weights()
prediction = model.predict(np.float32([[0.5]]), verbose=0)
error = model.evaluate(x, y, verbose=0)
print(f"slope {slope.item():.4f}, offset {offset.item():.4f}")
print(f"loss over all data: {error:.5f}")
print(f"prediction for 0.5: {prediction.item():.4f}")
