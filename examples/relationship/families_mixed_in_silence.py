import keras
import tf_keras

for package in (tf_keras, keras):
    inputs = tf_keras.Input((4,))
    outputs = package.layers.Dense(3)(inputs)
    model = tf_keras.Model(inputs, outputs)
    print(f"{package.__name__}.layers.Dense on a tf_keras.Input:", end=" ")
    print(len(model.trainable_weights), "weights,", model.count_params(), "parameters")
