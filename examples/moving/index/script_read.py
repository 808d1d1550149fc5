import runpy
from pathlib import Path

SCRIPT = """\
import tensorflow as tf
from tensorflow.keras import layers

model = tf.keras.Sequential([layers.Dense(1, input_shape=(3,))])
optimizer = tf.keras.optimizers.Adam(lr=0.01)
model.compile(optimizer, "mse")
model.fit(tf.ones((4, 3)), tf.ones((4, 1)), workers=2)
model.save("folder")
"""
Path("my_script.py").write_text(SCRIPT)
selfcheck = Path(__file__).with_name("selfcheck.py")
runpy.run_path(str(selfcheck))["about_script"]("my_script.py")
