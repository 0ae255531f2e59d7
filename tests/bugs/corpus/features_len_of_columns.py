#: title: len(df.columns) also counts the target
#: topic: features
# coding: utf-8

# In[1]:
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from keras.models import Model
from keras.layers import Input, Dense, Dropout

# In[2]:
df = pd.read_csv('heart.csv')
df.head()

# In[3]:
df.isnull().sum()
df.describe()

# In[4]:
n_features = len(df.columns)  #?
#= n_features = len(df.columns) - 1
target = df.pop('target')  #?
X_train, X_test, y_train, y_test = train_test_split(df, target, test_size=0.3, random_state=7, stratify=target)

# In[5]:
mean = X_train.mean(axis=0)
std = X_train.std(axis=0)
X_train = (X_train - mean) / std
X_test = (X_test - mean) / std

# In[6]:
inp = Input(shape=(n_features,))  #?
x = Dense(16, activation='relu')(inp)
x = Dropout(0.2)(x)
out = Dense(1, activation='sigmoid')(x)
model = Model(inp, out)
model.compile('adam', 'binary_crossentropy', metrics=['acc'])

# In[7]:
hist = model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=3, batch_size=16)  #!

# In[8]:
loss, acc = model.evaluate(X_test, y_test)
#: files
csv("heart.csv", 100, {"age": range(29, 78), "sex": [0, 1], "cp": [0, 1, 2, 3], "trestbps": range(94, 200), "chol": range(126, 400), "thalach": range(71, 202), "oldpeak": (0.0, 6.0), "target": [0, 1]})
