import subprocess
import sys

SCRIPT = """\
import sys

sys.modules["keras"] = None  # as if it were not installed
import tensorflow as tf

print("TensorFlow", tf.__version__, "imported")
"""
for line in ["import tensorflow.keras", "print(tf.keras.layers)"]:
    command = [sys.executable, "-c", SCRIPT + line]
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stdout + done.stderr.splitlines()[-1])
