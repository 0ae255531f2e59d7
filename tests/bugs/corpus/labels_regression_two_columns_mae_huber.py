#: title: Coordinates with three columns, two units and Huber
#: topic: labels
import numpy as np
from keras import layers, losses, models, optimizers

points = np.random.rand(44, 3)  #?
x = np.random.rand(44, 20)
net = models.Sequential([
    layers.Input((20,)),
    layers.Dense(12, activation='relu'),
    layers.Dense(2),
    #= layers.Dense(3),
])
net.compile(optimizers.Adam(1e-3), loss=losses.Huber())
net.fit(x, points, epochs=1)  #!
