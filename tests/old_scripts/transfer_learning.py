# Transfer learning in the style of 2019: a network without its top, pictures from a
# generator, a frozen base. (No weights are downloaded here.)
import numpy as np
from keras.applications.mobilenet import MobileNet
from keras.layers import Dense, GlobalAveragePooling2D
from keras.models import Model
from keras.optimizers import SGD
from keras.preprocessing.image import ImageDataGenerator

rng = np.random.RandomState(0)
pictures = rng.uniform(0, 255, (24, 32, 32, 3))
labels = rng.randint(0, 2, 24)
pictures[labels == 1, 8:24] += 60

base_model = MobileNet(weights=None, include_top=False, alpha=0.25, input_shape=(32, 32, 3))
x = GlobalAveragePooling2D()(base_model.output)
x = Dense(8, activation='relu')(x)
model = Model(inputs=base_model.input, outputs=Dense(1, activation='sigmoid')(x))
for layer in base_model.layers:
    layer.trainable = False
model.compile(optimizer=SGD(lr=1e-2, momentum=0.9), loss='binary_crossentropy', metrics=['acc'])

train_datagen = ImageDataGenerator(rescale=1. / 255)
train_generator = train_datagen.flow(pictures, labels, batch_size=8)
history = model.fit(train_generator, epochs=1, steps_per_epoch=3, workers=1, verbose=0)
print('accuracy:', history.history['acc'])
print('trainable weights:', len(model.trainable_weights))
print('features:', base_model.layers[-1].output_shape)
model.save_weights('top_model.h5')
