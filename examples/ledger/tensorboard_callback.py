# claim: TensorFlow brings TensorBoard, and the callback writes to it
# section: 3.3
from importlib.util import find_spec
from pathlib import Path

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
wheels = Path(tf.__file__).parents[1].glob("tensorflow[-_]*/METADATA")
asks = b"tensorboard" in min(wheels).read_bytes()
print(f"TensorFlow requires TensorBoard: {asks}")
written = False
if asks:
    model = keras.models.Sequential([keras.layers.Dense(1, input_dim=1)])
    model.compile("sgd", "mse")
    board = keras.callbacks.TensorBoard("logs")
    x = np.array([[1.0], [2.0]])
    run = model.fit(x, x + 3, epochs=1, verbose=0, callbacks=[board])
    loss = np.float32(run.history["loss"][0]).tobytes()
    files = Path("logs").glob("**/*tfevents*")
    written = any(loss in file.read_bytes() for file in files)
    print(f"an event file has the loss of fit in it: {written}")
print("verdict:", "holds" if written else "does not hold")
