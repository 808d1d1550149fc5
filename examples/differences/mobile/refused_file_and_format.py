import keras

model = keras.Sequential()  # refused before export looks at it
for name, format in [("a.bin", "litert"), ("a.tflite", "tflite")]:
    try:
        model.export(name, format=format)
    except ValueError as error:
        print(f"{name}, format={format}: {type(error).__name__}")
        print(str(error).replace(". ", ".\n"))
