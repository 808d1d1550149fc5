# Text, character by character, by an LSTM, in the style of 2018: one-hot vectors, a
# callback that writes a few words after each epoch, a model with a loss by its name.
import random
import sys

import numpy as np
from keras import backend as K
from keras.callbacks import LambdaCallback, ModelCheckpoint
from keras.layers import LSTM, Activation, Dense, Embedding
from keras.models import Sequential, load_model
from keras.optimizers import RMSprop
from keras.preprocessing.text import Tokenizer
from keras.utils import pad_sequences

random.seed(0)
np.random.seed(0)
text = 'the cat sat on the mat and the dog sat on the log. ' * 12
maxlen = 12
step = 3

tokenizer = Tokenizer(char_level=True, lower=True)
tokenizer.fit_on_texts([text])
indices = tokenizer.texts_to_sequences([text])[0]
vocabulary = len(tokenizer.word_index) + 1
letters = {number: letter for letter, number in tokenizer.word_index.items()}

sentences = []
next_chars = []
for i in range(0, len(indices) - maxlen, step):
    sentences.append(indices[i:i + maxlen])
    next_chars.append(indices[i + maxlen])
x = pad_sequences(sentences, maxlen=maxlen)
y = np.zeros((len(sentences), vocabulary), dtype=bool)
for i, char in enumerate(next_chars):
    y[i, char] = 1


def perplexity(y_true, y_pred):
    return K.exp(K.mean(K.categorical_crossentropy(K.cast(y_true, 'float32'), y_pred)))


model = Sequential()
model.add(Embedding(vocabulary, 8, input_length=maxlen))
model.add(LSTM(24, implementation=1))
model.add(Dense(vocabulary))
model.add(Activation('softmax'))
optimizer = RMSprop(learning_rate=0.01)
model.compile(loss='categorical_crossentropy', optimizer=optimizer, metrics=[perplexity])


def sample(preds, temperature=1.0):
    preds = np.asarray(preds).astype('float64')
    preds = np.exp(np.log(preds) / temperature)
    return np.argmax(np.random.multinomial(1, preds / np.sum(preds) * 0.999999, 1))


def on_epoch_end(epoch, logs):
    rate = K.get_value(model.optimizer.lr)
    print('epoch %d, rate %.4f, loss %.3f' % (epoch, rate, logs['loss']))
    window = list(indices[:maxlen])
    for i in range(20):
        preds = model.predict(np.array([window]), verbose=0)[0]
        window = window[1:] + [sample(preds, 0.5)]
        sys.stdout.write(letters.get(window[-1], '?'))
    sys.stdout.write('\n')


checkpoint = ModelCheckpoint('text.hdf5', monitor='loss', save_best_only=True, mode='min')
callbacks = [LambdaCallback(on_epoch_end=on_epoch_end), checkpoint]
model.fit(x, y, batch_size=32, epochs=2, verbose=0, callbacks=callbacks, workers=1)
model = load_model('text.hdf5', custom_objects={'perplexity': perplexity})
print('loss and perplexity:', model.evaluate(x, y, verbose=0))
