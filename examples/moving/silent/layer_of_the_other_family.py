import keras
import tf_keras

for package in keras, tf_keras:
    inputs = tf_keras.Input((4,))
    hidden = package.layers.Dense(3)(inputs)
    outputs = tf_keras.layers.Dense(1)(hidden)
    model = tf_keras.Model(inputs, outputs)
    print(f"hidden layer of {package.__name__}")
    kinds = [type(layer).__name__ for layer in model.layers]
    print("  layers: ", *kinds)
    print("  weights:", *[w.shape for w in model.get_weights()])
