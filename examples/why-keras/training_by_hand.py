import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 32, dtype="float32").reshape(-1, 1)
y = 3 * x + 1

slope = tf.Variable([[0.0]])
offset = tf.Variable([0.0])
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)

for _ in range(20):
    for batch, target in data:
        with tf.GradientTape() as tape:
            guess = batch @ slope + offset
            loss = tf.reduce_mean((guess - target) ** 2)
        of_slope, of_offset = tape.gradient(loss, (slope, offset))
        slope.assign_sub(0.1 * of_slope)
        offset.assign_sub(0.1 * of_offset)

prediction = np.float32([[0.5]]) @ slope + offset
error = tf.reduce_mean((x @ slope + offset - y) ** 2)
print(f"slope {slope[0, 0]:.4f}, offset {offset[0]:.4f}")
print(f"loss over all data: {error:.5f}")
print(f"prediction for 0.5: {prediction[0, 0]:.4f}")
