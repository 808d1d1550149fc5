import keras
import numpy as np
import tf_keras

x, y = np.eye(4), np.ones((4, 3))
for package in tf_keras, keras:
    inputs = tf_keras.Input((4,))
    dense = package.layers.Dense(3, kernel_initializer="zeros")
    model = tf_keras.Model(inputs, dense(inputs))
    model.compile("sgd", "mse")
    before = model.predict(x, verbose=0)
    model.fit(x, y, verbose=0)
    after = model.predict(x, verbose=0)
    same = np.array_equal(after, before)
    print(f"{package.__name__}.layers.Dense on a tf_keras.Input")
    print("  parameters to train:   ", model.count_params())
    print("  fit changes the output:", not same)
    print("  output of the first row:", after[0].round(4))
