import gc
import weakref

import keras

gc.disable()  # or Python would collect at a moment of its own
for free_memory in False, True:
    models = weakref.WeakSet()
    for _ in range(3):
        layers = [keras.Input((2,)), keras.layers.Dense(1)]
        models.add(keras.Sequential(layers))
    del layers
    before = keras.layers.Dense(1).name
    keras.utils.clear_session(free_memory)
    after = keras.layers.Dense(1).name
    print(
        f"free_memory={free_memory}: {before}, then {after},", end=" "
    )
    print(len(models), "models in memory")
same = keras.backend.clear_session is keras.utils.clear_session
print("the same function:", same)
