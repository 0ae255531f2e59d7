import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, StandardScaler
from tensorflow import keras

# time series windows
series = np.sin(np.arange(0, 100, 0.1)) + np.random.normal(scale=0.1, size=1000)
window = 20
X = np.array([series[i : i + window] for i in range(len(series) - window)])
y = np.array([series[i + window] for i in range(len(series) - window)])
X = X.reshape((X.shape[0], X.shape[1], 1))
split = int(0.8 * len(X))
X_train, X_test = X[:split], X[split:]
y_train, y_test = y[:split], y[split:]
scaler = MinMaxScaler(feature_range=(0, 1))
scaled = scaler.fit_transform(series.reshape(-1, 1))
flat = scaled.ravel()
back = scaler.inverse_transform(scaled[:10])
xs, ys = [], []
for i in range(window, len(scaled)):
    xs.append(scaled[i - window : i, 0])
    ys.append(scaled[i, 0])
xs, ys = np.array(xs), np.array(ys)
xs = np.reshape(xs, (xs.shape[0], xs.shape[1], 1))
# tabular
data = np.random.rand(200, 5)
labels = np.random.randint(0, 3, size=200)
a, b, c, d = train_test_split(data, labels, test_size=0.3, random_state=42)
sc = StandardScaler()
a = sc.fit_transform(a)
b = sc.transform(b)
enc = LabelEncoder()
names = np.array(["x", "y", "z"])[labels]
num = enc.fit_transform(names)
hot = keras.utils.to_categorical(labels, num_classes=3)
hot2 = np.eye(3)[labels]
idx = np.argsort(labels)
srt = data[idx]
perm = np.random.permutation(len(data))
shuffled = data[perm]
tr, va = shuffled[:150], shuffled[150:]
first = data[0]
row = data[:, 0]
cols = data[:, 1:3]
neg = data[..., -1:]
mask = labels == 1
sub = data[mask]
cnt = np.sum(mask)
mean, std = data.mean(axis=0), data.std(axis=0)
norm = (data - mean) / std
cat = np.concatenate([data, labels[:, None]], axis=1)
stk = np.stack([data, data], axis=-1)
hst = np.hstack((data, data))
vst = np.vstack([data[0], data[1]])
tile = np.tile(data[0], (3, 1))
rep = np.repeat(labels, 2)
pad = np.pad(data, ((0, 0), (1, 2)))
mx = np.argmax(hot, axis=-1)
acc = np.mean(mx == labels)
lin = np.linspace(0, 1, 11)
g1, g2 = np.meshgrid(lin, lin)
grid = np.c_[g1.ravel(), g2.ravel()]
batch = data[np.random.choice(len(data), 32, replace=False)]
noise = np.random.normal(0, 1, (32, 100))
z = np.random.uniform(-1, 1, size=[32, 10]).astype("float32")
img = np.random.randint(0, 256, (10, 64, 64, 3), dtype=np.uint8)
imgf = img.astype(np.float32) / 127.5 - 1.0
gray = img.mean(axis=-1, keepdims=True)
gray2 = np.dot(img[..., :3], [0.299, 0.587, 0.114])
chw = np.transpose(img, (0, 3, 1, 2))
flipped = img[:, :, ::-1, :]
crop = img[:, 8:-8, 8:-8]
down = img[:, ::2, ::2, :]
one = np.expand_dims(img[0], axis=0)
sq = np.squeeze(one)
mm = img.reshape(len(img), -1).max(axis=1)
cov = np.cov(data.T)
u, s, v = np.linalg.svd(data, full_matrices=False)
cs = np.cumsum(labels)
un, counts = np.unique(labels, return_counts=True)
w = np.where(labels > 1, 1, 0)
dd = np.zeros((len(labels), labels.max() + 1))
dd[np.arange(len(labels)), labels] = 1
total = data.sum()
bins = np.digitize(row, lin)
hist, edges = np.histogram(row, bins=10)
ints = (row * 10).astype(int)
diff = np.diff(series)
mv = np.convolve(series, np.ones(5) / 5, mode="valid")
ft = np.fft.fft(series)
outer = np.outer(lin, lin)
es = np.einsum("ij,kj->ik", data, data)
rl = np.roll(series, 1)
clipped = np.clip(data, 0.2, 0.8)
lg = np.log1p(labels)
bo = np.any(data > 0.9, axis=1)
sp = np.array_split(data, 3)
p0 = sp[0]
ab = np.abs(series)
t0 = series[:-1]
t1 = series[1:]
xy = np.column_stack([t0, t1])
sl = series[-5:]
ss = series[10:20:3]
