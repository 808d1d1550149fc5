import keras
import numpy as np

x = np.array([[1.0], [2.0]])
layer = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((1,)), layer])
model.set_weights([np.zeros((1, 1))])
model.compile(keras.optimizers.SGD(0.25), "mse")
Checkpoint = keras.callbacks.ModelCheckpoint
whole = Checkpoint("model.keras")
weights = Checkpoint("epoch_{epoch}.weights.h5", save_weights_only=True)
model.fit(x, x, epochs=2, verbose=0, callbacks=[whole, weights])

for epoch in 1, 2:
    model.load_weights(f"epoch_{epoch}.weights.h5")
    print(f"weight after epoch {epoch}:", model.get_weights()[0].item())
again = keras.models.load_model("model.keras")
print("in the whole model:", again.get_weights()[0].item())
