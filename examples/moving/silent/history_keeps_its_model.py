import gc
import weakref

import keras
import numpy as np

x = np.ones((4, 2))


def fit_three_models(keep):
    kept, models = [], []
    for _ in range(3):
        model = keras.Sequential([keras.layers.Dense(1)])
        model.compile("sgd", "mse")
        history = model.fit(x, x[:, :1], verbose=0)
        kept.append(history if keep == "history" else history.history)
        models.append(weakref.ref(model))
    return kept, models


for keep in "history", "history.history":
    kept, models = fit_three_models(keep)
    keras.utils.clear_session()
    gc.collect()
    in_memory = sum(model() is not None for model in models)
    print(f"{len(kept)} times {keep}: {in_memory} models in memory")
