import json
from pathlib import Path

import keras
import tensorflow as tf

dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((3,)), dense])
folder = Path("models/total/1")  # 1 is the version
model.export(folder, verbose=False)
for path in sorted(folder.rglob("*.pb")):
    print(path.as_posix())

rows = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
body = json.dumps({"instances": rows})
print("request:", body)

serve = tf.saved_model.load(folder).signatures["serving_default"]
_, (name, *_) = serve.structured_input_signature
batch = tf.constant(json.loads(body)["instances"])
(output,) = serve(**{name: batch}).values()
print("answer:", json.dumps({"predictions": output.numpy().tolist()}))
print("in Keras:", model.predict(tf.constant(rows), verbose=0).tolist())
