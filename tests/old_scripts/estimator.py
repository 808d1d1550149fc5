# A Keras model as an estimator, in the style of 2018. With TensorFlow 2.15 and older.
import numpy as np
import tensorflow as tf

tf.get_logger().setLevel('ERROR')
rng = np.random.RandomState(0)
x_train = rng.normal(size=(64, 3)).astype('float32')
y_train = (x_train.sum(axis=1, keepdims=True) > 0).astype('float32')


def input_fn():
    dataset = tf.data.Dataset.from_tensor_slices((x_train, y_train))
    return dataset.batch(16).repeat(2)


model = tf.keras.Sequential([
    tf.keras.layers.Dense(8, activation='relu', input_shape=(3,)),
    tf.keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.summary()
classifier = tf.keras.estimator.model_to_estimator(keras_model=model, model_dir='estimator')
classifier.train(input_fn=input_fn, steps=8)
result = classifier.evaluate(input_fn=input_fn, steps=4)
print(sorted(result))
