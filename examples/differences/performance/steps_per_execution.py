import keras
import numpy as np

x = np.ones((8, 1))


def train(steps):
    dense = keras.layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile("sgd", "mse", steps_per_execution=steps)
    batches = []
    callback = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: batches.append(batch)
    )
    model.fit(x, x, batch_size=1, verbose=0, callbacks=[callback])
    return batches, model.predict(x[:1], verbose=0)


for steps in 1, 4:
    batches, predicted = train(steps)
    print(f"{steps}: the callback runs after batch {batches}")
    print(f"   the model predicts {predicted}")
