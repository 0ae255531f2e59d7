"""Lists that are reached by a way nobody knows: each of them may have been changed, and keeps what its elements are."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

HEAD = "import random\nimport numpy as np\n\npictures, labels = np.zeros((10, 4)), np.random.randint(0, 3, 10)\n"
FILLED = {
    "a list for each class": """\
held = {c: [] for c in range(3)}
for picture, label in zip(pictures, labels):
    held[label].append(picture)
""",
    "a list for each class, by its number": """\
held = [[] for _ in range(3)]
for picture, label in zip(pictures, labels):
    held[label].append(picture)
""",
    "one of two lists by a name": """\
held = [[], []]
train, test = held
for picture in pictures:
    part = train if random.random() < 0.8 else test
    part.append(picture)
""",
    "one of two lists at once": """\
held = [[], []]
train, test = held
for picture in pictures:
    (train if random.random() < 0.8 else test).append(picture)
""",
    "one of two lists that a function gives": """\
held = [[], []]

def chosen():
    if random.random() < 0.5:
        return held[0]
    return held[1]

for picture in pictures:
    chosen().append(picture)
""",
}
CHANGED = {
    "an element": "held = [[0, 0], [1, 1]]\nheld[random.randrange(2)][0] = [1, 2, 3]\n",
    "removed": "held = [[0, 0], [1, 1]]\nheld[random.randrange(2)].pop()\n",
    "deleted": "held = [[0, 0], [1, 1]]\ndel held[random.randrange(2)][0]\n",
    "longer": "held = [[0, 0], [1, 1]]\nheld[random.randrange(2)].extend([2, 3])\n",
    "given away": "import framework\nheld = [[0, 0], [1, 1]]\nframework.fill(held[random.randrange(2)])\n",
}


def said(program: str) -> list[str]:
    return [d.message for d in analyse(Document.of_text("example.py", HEAD + program)).diagnostics]


@pytest.mark.parametrize("title", FILLED)
def test_what_was_appended_is_in_each_of_them(title: str) -> None:
    assert said(FILLED[title] + "np.array(held[0])[:, 3]\n") == []
    assert said(FILLED[title] + "np.array(held[0])[0, 0, 0]\n"), "each element has four numbers"


@pytest.mark.parametrize("title", CHANGED)
def test_what_may_have_been_changed_is_not_known(title: str) -> None:
    assert said(CHANGED[title] + "np.array(held[0]).reshape(5)\n") == []


def test_what_is_only_read_stays() -> None:
    program = "held = [[0, 0], [1, 1]]\nheld[random.randrange(2)].count(1)\nnp.array(held[0]).reshape(5)\n"
    assert len(said(program)) == 1
