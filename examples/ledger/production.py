# claim: An exported tf.keras model is served without the keras package
# section: 3.5
import subprocess
import sys
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
model = keras.models.Sequential([keras.layers.Dense(2, name="d", input_dim=3)])
if hasattr(tf, "Session"):  # TensorFlow 1: a graph and its weights
    tf.train.Saver().save(keras.backend.get_session(), "./m")
    load = 's = tf.Session(); tf.train.import_meta_graph("m.meta").restore(s, "./m"); '
    load += 'f = lambda x: {"y": s.run("d/BiasAdd:0", {"d_input:0": np.eye(3)})}'
else:
    tf.saved_model.save(model, "m")
    load = 'm = tf.saved_model.load("m"); f = m.signatures["serving_default"]'
serve = f"""import sys; sys.modules.update(keras=None, tf_keras=None)
import numpy as np, tensorflow as tf; {load}; np.save("y", *f(tf.eye(3)).values())"""
subprocess.run([sys.executable, "-c", serve], check=True)
same = np.allclose(np.load("y.npy"), model.predict(np.eye(3), verbose=0))
print(f"served as predict says, with no keras package: {same}")
print("verdict:", "holds" if same else "does not hold")
