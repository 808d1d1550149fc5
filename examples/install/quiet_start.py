import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # before the import
stderr = os.dup(2)
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # nobody hears it
import tensorflow as tf

os.dup2(stderr, 2)  # from here on as before
print("stderr as before:", os.path.sameopenfile(stderr, 2))
os.close(stderr)
print("started in silence:", tf.add(2, 3).numpy())
