# An image classifier in the style of 2019: small pictures of bars, a convolutional
# network, augmented pictures from a generator, checkpoints, and a saved model.
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint, ReduceLROnPlateau
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import to_categorical

tf.random.set_seed(1)
num_classes = 3
batch_size = 16
epochs = 2


def make_pictures(count, seed):
    rng = np.random.RandomState(seed)
    labels = rng.randint(0, num_classes, count)
    pictures = rng.uniform(0, 80, (count, 12, 12, 1))
    for picture, label in zip(pictures, labels):
        place = rng.randint(2, 10)
        if label == 0:
            picture[place] = 255
        elif label == 1:
            picture[:, place] = 255
        else:
            np.fill_diagonal(picture[:, :, 0], 255)
    return pictures.astype('float32'), labels


x_train, y_train = make_pictures(96, 0)
x_test, y_test = make_pictures(32, 1)
x_train /= 255
x_test /= 255
y_train = to_categorical(y_train, num_classes)
y_test = to_categorical(y_test, num_classes)

model = keras.Sequential([
    layers.Conv2D(8, (3, 3), activation='relu', input_shape=(12, 12, 1)),
    layers.MaxPooling2D(pool_size=(2, 2)),
    layers.BatchNormalization(),
    layers.Flatten(),
    layers.Dense(16, activation='relu'),
    layers.Dropout(0.25),
    layers.Dense(num_classes, activation='softmax'),
])
model.compile(loss='categorical_crossentropy',
              optimizer=keras.optimizers.Adam(lr=0.01),
              metrics=['accuracy'])
model.summary()

datagen = ImageDataGenerator(horizontal_flip=True)
datagen.fit(x_train)
callbacks = [
    EarlyStopping(monitor='val_loss', patience=5),
    ReduceLROnPlateau(monitor='val_loss', factor=0.5, patience=2, verbose=1),
    ModelCheckpoint('weights.{epoch:02d}.hdf5', save_weights_only=True),
]
history = model.fit_generator(datagen.flow(x_train, y_train, batch_size=batch_size),
                              steps_per_epoch=len(x_train) // batch_size,
                              epochs=epochs,
                              validation_data=(x_test, y_test),
                              callbacks=callbacks,
                              verbose=2)
print('rates:', history.history['lr'])
score = model.evaluate(x_test, y_test, verbose=0)
print('Test loss:', score[0])
print('Test accuracy:', score[1])
model.save('classifier')
again = keras.models.load_model('classifier')
print('classes:', np.argmax(again.predict(x_test[:4]), axis=1))
