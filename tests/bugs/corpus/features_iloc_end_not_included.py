#: title: iloc[:, 3:12] has nine columns, the course's network takes ten
#: topic: features
# Artificial Neural Network

# Part 1 - Data Preprocessing
import numpy as np
import pandas as pd

dataset = pd.read_csv('Churn_Modelling.csv')
X = dataset.iloc[:, 3:12].values  #?
#= X = dataset.iloc[:, 3:13].values
y = dataset.iloc[:, 13].values

# Encoding categorical data
from sklearn.preprocessing import LabelEncoder
labelencoder_X_1 = LabelEncoder()
X[:, 1] = labelencoder_X_1.fit_transform(X[:, 1])
labelencoder_X_2 = LabelEncoder()
X[:, 2] = labelencoder_X_2.fit_transform(X[:, 2])

# Splitting the dataset into the Training set and Test set
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size = 0.2, random_state = 0)

# Feature Scaling
from sklearn.preprocessing import StandardScaler
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)

# Part 2 - Now let's make the ANN!
from keras.models import Sequential
from keras.layers import Dense

classifier = Sequential()
classifier.add(Dense(units = 6, kernel_initializer = 'uniform', activation = 'relu', input_dim = 10))  #?
classifier.add(Dense(units = 6, kernel_initializer = 'uniform', activation = 'relu'))
classifier.add(Dense(units = 1, kernel_initializer = 'uniform', activation = 'sigmoid'))
classifier.compile(optimizer = 'adam', loss = 'binary_crossentropy', metrics = ['accuracy'])
classifier.fit(X_train, y_train, batch_size = 10, epochs = 2)  #!

y_pred = classifier.predict(X_test)
y_pred = (y_pred > 0.5)
#: files
csv("Churn_Modelling.csv", 120, {"RowNumber": range(1, 121), "CustomerId": range(1000, 2000), "Surname": ["Hill", "Mitchell", "Hargrave", "Ono", "Chu"], "CreditScore": range(400, 800), "Geography": ["France", "Germany", "Spain"], "Gender": ["Female", "Male"], "Age": range(20, 70), "Tenure": range(0, 11), "Balance": (0.0, 200000.0), "NumOfProducts": [1, 2, 3, 4], "HasCrCard": [0, 1], "IsActiveMember": [0, 1], "EstimatedSalary": (1000.0, 200000.0), "Exited": [0, 1]})
