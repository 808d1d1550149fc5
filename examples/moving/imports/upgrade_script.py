import subprocess
import sys
from pathlib import Path

OLD = """\
import tensorflow as tf

x = tf.placeholder(tf.float32)
with tf.Session() as session:
    print(session.run(2 * x, {x: 3.0}))
"""
Path("old.py").write_text(OLD)
tool = Path(sys.executable).with_name("tf_upgrade_v2")
command = [tool, "--infile", "old.py", "--outfile", "new.py"]
subprocess.run(command, check=True, capture_output=True)
new = Path("new.py").read_text()
print(new)

eager_off = "tf.compat.v1.disable_eager_execution()"
for script in [new, new.replace("\n\n", f"\n{eager_off}\n")]:
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True)
    print("prints:", done.stdout or done.stderr.splitlines()[-1])
