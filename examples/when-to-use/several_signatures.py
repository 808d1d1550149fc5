import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((2,))])
model.add(keras.layers.Dense(1, kernel_initializer="ones"))
rows = [tf.TensorSpec((None, 2), name="rows")]


def score(x):
    return {"score": model(x)}


def label(x):
    return {"positive": model(x) > 0}


archive = keras.export.ExportArchive()
archive.track(model)
archive.add_endpoint("score", score, input_signature=rows)
archive.add_endpoint("label", label, input_signature=rows)
archive.write_out("folder", verbose=False)

for name, serve in tf.saved_model.load("folder").signatures.items():
    for output, value in serve(rows=tf.constant([[4.0, 1.5]])).items():
        print(f"{name}: {output} {value.numpy()}")
