import keras
import tensorflow as tf

encoder, decoder = keras.Variable(1.0), keras.Variable(2.0)
sgd = keras.optimizers.SGD(0.1, momentum=0.9)
sgd.build([encoder, decoder])
for variable in encoder, decoder, decoder:
    sgd.apply([tf.constant(1.0)], [variable])
print(f"encoder {float(encoder):.2f}, decoder {float(decoder):.2f}")
