import tensorflow as tf
from keras import ops


def square_root(a, most):
    return ops.while_loop(
        lambda root: abs(root * root - a) > 1e-6 * a,
        lambda root: ((root + a / root) / 2,),
        (a,),
        maximum_iterations=most,
    )[0]


def gradient(a, most):
    with tf.GradientTape() as tape:
        tape.watch(a)
        root = square_root(a, most)
    return tape.gradient(root, a)


for xla in False, True:
    for most in None, 20:
        print(f"XLA {xla}, maximum_iterations {most}:", end=" ")
        graph = tf.function(gradient, jit_compile=xla)
        try:
            print(f"gradient {graph(tf.constant(900.0), most):.5f}")
        except tf.errors.InvalidArgumentError as error:
            print(error.message.partition(".")[0])
