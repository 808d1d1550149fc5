# A forecast of a time series in the style of 2020: windows, a GRU, a SavedModel.
import numpy as np
import tensorflow as tf

series = np.sin(np.arange(120) * 0.3).astype('float32')
window_size = 8


def windowed_dataset(series, window_size, batch_size):
    dataset = tf.data.Dataset.from_tensor_slices(series)
    dataset = dataset.window(window_size + 1, shift=1, drop_remainder=True)
    dataset = dataset.flat_map(lambda window: window.batch(window_size + 1))
    dataset = dataset.map(lambda window: (window[:-1], window[-1:]))
    return dataset.batch(batch_size).prefetch(1)


dataset = windowed_dataset(series, window_size, 16)
model = tf.keras.models.Sequential([
    tf.keras.layers.Lambda(lambda x: tf.expand_dims(x, axis=-1), input_shape=[window_size]),
    tf.keras.layers.GRU(8, time_major=False),
    tf.keras.layers.Dense(1),
])
model.compile(loss=tf.keras.losses.mean_squared_error,
              optimizer=tf.keras.optimizers.Adam(learning_rate=0.01), metrics=['mae'])
model.fit(dataset, epochs=2, verbose=0)
model.save('forecast_model', save_format='tf')
restored = tf.keras.models.load_model('forecast_model')
print('forecast:', restored.predict(series[np.newaxis, :window_size], verbose=0).shape)
print('parameters:', restored.count_params())
