import subprocess
import sys
from pathlib import Path

OLD = """\
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.layers.dense(x, 1)
session = tf.Session()
"""
Path("old.py").write_text(OLD)
tool = Path(sys.executable).with_name("tf_upgrade_v2")
command = [tool, "--infile", "old.py", "--outfile", "new.py"]
subprocess.run(command, check=True, capture_output=True)
print(Path("new.py").read_text())
