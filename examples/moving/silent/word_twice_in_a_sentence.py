import keras
import numpy as np
import tf_keras


def step(family, optimizer, sentence):
    start = {"embeddings_initializer": "zeros"}
    embedding = family.layers.Embedding(3, 1, **start)
    mean = family.layers.GlobalAveragePooling1D()
    model = family.Sequential([embedding, mean])
    optimizer = getattr(family.optimizers, optimizer)(0.1)
    model.compile(optimizer, loss="mse")
    model.fit(np.array([sentence]), np.array([[1.0]]), verbose=0)
    return float(embedding.get_weights()[0][1, 0])


for name in ("SGD", "Adam", "RMSprop"):
    for family in (tf_keras, keras):
        once = step(family, name, [1])
        twice = step(family, name, [1, 1])
        who = f"{name} of {family.__name__}"
        print(f"{who}: once {once:.4f}, twice {twice:.4f}")
