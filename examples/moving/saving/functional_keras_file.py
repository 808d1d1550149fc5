from pathlib import Path

import keras
import tf_keras

inputs = tf_keras.Input((3,))
outputs = tf_keras.layers.Dense(2)(inputs)
tf_keras.Model(inputs, outputs).save("by_tf_keras.keras")
of_2023 = Path(__file__).with_name("written_by_tensorflow_2.15.1.keras")

for path in of_2023, "by_tf_keras.keras":
    try:
        keras.models.load_model(path)
    except TypeError as error:
        sentence = str(error).split(". ")[0]
        print(f"{type(error).__name__}: {sentence}")
