import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).random((32, 64), "float32")
dense = keras.layers.Dense(64, "relu")
head = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((64,)), dense, head])


def show(when):
    count = sum(w.numpy().size for w in model.trainable_weights)
    answer = model.predict(x[:1], verbose=0).item()
    print(f"{when}: {count} numbers to train, output {answer:.4f}")


show("before enable_lora")
dense.enable_lora(rank=2)
show("after enable_lora")
print(" ", *(f"{w.name} {w.shape}" for w in dense.trainable_weights))
model.compile("adam", "mse")
model.fit(x, x[:, :1], epochs=3, verbose=0)
show("after fit")
model.save("model.keras")
model = keras.models.load_model("model.keras")
show("loaded")
