import keras
import tensorflow as tf

x = tf.random.stateless_normal((96, 2), seed=(0, 1))
y = tf.cast(x[:, :1] * x[:, 1:] > 0.1, "float32")
shapes = (2, 8), (8,), (8, 1), (1,)
weights = [tf.random.stateless_normal(s, seed=(0, 5)) for s in shapes]

data = tf.data.Dataset.from_tensor_slices((x[:64], y[:64])).batch(16)
rest = x[64:], y[64:]
model = keras.Sequential([keras.Input((2,))])
model.add(keras.layers.Dense(8, "tanh"))
model.add(keras.layers.Dropout(0.2, seed=1))
model.add(keras.layers.Dense(1))
model.set_weights(weights)
loss = keras.losses.BinaryCrossentropy(from_logits=True)
model.compile(keras.optimizers.Adam(0.03), loss)
stop = keras.callbacks.EarlyStopping(patience=5)
options = {"validation_data": rest, "callbacks": [stop]}
fit = model.fit(data, epochs=100, **options, verbose=0)
losses = fit.history["val_loss"]
print(f"{len(losses)} epochs: {losses[0]:.3f} to {min(losses):.3f}")
