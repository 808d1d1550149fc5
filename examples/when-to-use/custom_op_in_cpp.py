# /// script
# tool.check = {timeout = 180, needs = ["g++"]}
# ///
import subprocess
from pathlib import Path

import tensorflow as tf

source = Path(__file__).with_name("cube_op.cc")
flags = [*tf.sysconfig.get_compile_flags(), "-shared", "-fPIC", "-O1"]
libraries = tf.sysconfig.get_link_flags()
command = ["g++", source, "-o", "cube_op.so", *flags, *libraries]
subprocess.run(command, check=True)
cube = tf.load_op_library(str(Path("cube_op.so").resolve())).cube
tf.RegisterGradient("Cube")(lambda op, dy: dy * 3 * op.inputs[0] ** 2)

x = tf.constant([1.0, 2.0, -3.0])
with tf.GradientTape() as tape:
    tape.watch(x)
    y = cube(x)
print("cube      ", y.numpy())
print("gradient  ", tape.gradient(y, x).numpy())
print("in a graph", tf.function(cube)(x).numpy())
try:
    tf.function(cube, jit_compile=True)(x)
except tf.errors.InvalidArgumentError as error:
    print("in XLA    ", str(error).split("(")[1].split(" devices")[0])
