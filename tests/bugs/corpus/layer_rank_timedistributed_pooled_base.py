#: title: ConvLSTM over frames that InceptionV3 has already pooled
#: topic: layer-rank
import numpy as np
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import ConvLSTM2D, Dense, GlobalAveragePooling2D, Input, TimeDistributed
from tensorflow.keras.models import Model

SEQ = 5
base = MobileNetV2(include_top=False, weights='imagenet', input_shape=(96, 96, 3), pooling='avg')  #?
#= base = MobileNetV2(include_top=False, weights='imagenet', input_shape=(96, 96, 3))
base.trainable = False
video = Input(shape=(SEQ, 96, 96, 3))
encoded_frames = TimeDistributed(base)(video)  #?
encoded_sequence = ConvLSTM2D(8, 3)(encoded_frames)  #! #?
x = GlobalAveragePooling2D()(encoded_sequence)
outputs = Dense(4, activation='softmax')(x)
model = Model([video], outputs)
model.compile(optimizer='nadam', loss='categorical_crossentropy')
