# claim: Keras starts on more than one backend
# section: 3.2
import os
import re
import sys
from subprocess import PIPE, STDOUT, Popen

PROGRAM = """
import keras
print("makes", type(keras.initializers.Ones()((2, 3))))
"""
REFUSED = "Unable to import backend|assert _backend|makes .*tensorflow"
accepted, children = [], {}
for name in "tensorflow", "theano", "cntk", "jax", "torch", "openvino":
    env = dict(os.environ, KERAS_BACKEND=name)
    child = [sys.executable, "-c", PROGRAM]
    children[name] = Popen(child, env=env, stdout=PIPE, stderr=STDOUT)
for name, child in children.items():
    said = child.communicate()[0].decode()
    if re.search(rf"makes .*{name}|No module named '{name}'\n\Z", said):
        accepted.append(name)  # or Keras wants what is not installed
    elif not re.search(REFUSED, said):
        raise RuntimeError(said)
print("accepted:", *accepted)
print("not accepted:", *[n for n in children if n not in accepted])
print("verdict:", "holds" if len(accepted) > 1 else "does not hold")
