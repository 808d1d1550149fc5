import keras
import numpy as np
import tf_keras

x = np.array([[1.0], [3.0], [5.0]])


def mean_after_fit(family, training=None, trainable=True):
    inputs = family.Input((1,))
    norm = family.layers.BatchNormalization(trainable=trainable)
    base = family.Model(inputs, family.layers.Dense(1)(norm(inputs)))
    model = family.Model(inputs, base(inputs, training=training))
    model.compile("sgd", "mse")
    model.fit(x, x, epochs=5, verbose=0)
    return round(float(norm.get_weights()[-2][0]), 2)


for family in [tf_keras, keras]:
    print(family.__name__)
    print("  nothing set:", mean_after_fit(family))
    print("  training=False:", mean_after_fit(family, training=False))
    print("  trainable=False:", mean_after_fit(family, trainable=False))
