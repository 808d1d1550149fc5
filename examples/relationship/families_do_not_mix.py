import keras
import tf_keras


def attempt(title, action):
    try:
        action()
    except (TypeError, ValueError) as error:
        message = str(error).partition(" Received")[0].partition(": <")[0]
        print(f"{title}\n  {type(error).__name__}: {message}")


one, other = keras.layers.Flatten(), tf_keras.layers.Flatten()
attempt("a keras layer in a tf_keras model", lambda: tf_keras.Sequential([one]))
attempt("a tf_keras layer in a keras model", lambda: keras.Sequential([other]))
model, optimizer = keras.Sequential([one]), tf_keras.optimizers.SGD()
attempt("a tf_keras optimizer for a keras model", lambda: model.compile(optimizer))
model, optimizer = tf_keras.Sequential([other]), keras.optimizers.SGD()
attempt("a keras optimizer for a tf_keras model", lambda: model.compile(optimizer))
