# claim: keras.preprocessing.image.ImageDataGenerator is there
# section: 3.2
try:
    import keras
    from keras.preprocessing import image

    there = hasattr(image, "ImageDataGenerator")
    print(f"Keras {keras.__version__}, ImageDataGenerator there: {there}")
    verdict = "holds" if there else "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
