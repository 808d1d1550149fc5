import warnings

import keras
import tf_keras

warnings.simplefilter("always")
for family in (tf_keras, keras):
    with warnings.catch_warnings(record=True) as caught:
        embedding = family.layers.Embedding(5, 2, input_length=3)
    for warning in caught:
        print(f"{warning.category.__name__}: {warning.message}")
    hidden = family.layers.Flatten()
    model = family.Sequential([embedding, hidden])
    print(f"{family.__name__}: {len(model.weights)} weights")
