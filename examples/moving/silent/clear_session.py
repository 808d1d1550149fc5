import gc
import weakref

import keras

gc.disable()  # or Python would collect at a moment of its own
for free_memory in False, True:
    keras.config.set_dtype_policy("mixed_float16")
    models = weakref.WeakSet()
    for _ in range(3):
        layers = [keras.Input((2,)), keras.layers.Dense(1)]
        models.add(keras.Sequential(layers))
    del layers
    before = keras.layers.Dense(1)
    keras.utils.clear_session(free_memory)
    after = keras.layers.Dense(1)
    print(f"free_memory={free_memory}:", end=" ")
    print(f"{before.name} in {before.dtype_policy.name},", end=" ")
    print(f"then {after.name} in {after.dtype_policy.name},", end=" ")
    print(len(models), "models in memory")
same = keras.backend.clear_session is keras.utils.clear_session
print("the same function:", same)
