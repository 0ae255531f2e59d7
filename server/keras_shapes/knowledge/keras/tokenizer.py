"""The Tokenizer of keras.preprocessing.text that people still use: keras/src/legacy/preprocessing/text.py.

Texts that are written in the program are counted as it counts them, so that sizes of vocabularies and the largest
index are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim
from ...values.interval import Interval
from ...values.reference import Many, Object
from ...values.unknown import Unknown
from ..arguments import as_int, as_size, plain
from ..coercion import as_array
from ..registry import attribute, function
from ..run import Run

_TOKENIZER = "keras.preprocessing.text.Tokenizer"
FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'
# Beyond so many characters, texts are data and not an example.
_MOST = 20_000
_COUNTS = "counts"
"""The argument of a tokenizer's object that holds how often each word came, in the order of their first coming."""


@function(_TOKENIZER)
def tokenizer(
    num_words: Any = None, filters: Any = FILTERS, lower: Any = True, split: Any = " ", char_level: Any = False,
    oov_token: Any = None, analyzer: Any = None, **_: Any,
) -> Object:  # fmt: skip
    given = {"filters": filters, "lower": lower, "split": split, "char_level": char_level, "oov_token": oov_token}
    return Object(_TOKENIZER, {"num_words": num_words, "analyzer": analyzer, _COUNTS: (), **given})


@function(_TOKENIZER + ".fit_on_texts")
def fit_on_texts(self: Object, texts: Any, *, run: Run) -> None:
    """Counts words; a second call counts on."""
    before, parts = self.arguments.get(_COUNTS), _all_words(self, texts)
    counts: dict[str, int] | None = None if before is None or parts is None else dict(before)
    for word in (w for part in parts or () for w in part):
        if counts is not None:
            counts[word] = counts.get(word, 0) + 1
    if run is not None:
        known = None if counts is None else tuple(counts.items())
        run.change(self, replace(self, arguments={**self.arguments, _COUNTS: known}))


@function(_TOKENIZER + ".fit_on_sequences")
def fit_on_sequences(self: Object, sequences: Any) -> None:
    """Counts numbers."""


def _all_words(self: Object, texts: Any) -> list[list[str]] | None:
    """The words of each text as the tokenizer splits them; None where they are not known."""
    if isinstance(texts, Array) and texts.content is not None:
        texts = list(texts.content)
    if not isinstance(texts, (list, tuple)) or not all(isinstance(t, str) for t in texts):
        return None
    filters, lower, split = (self.arguments[n] for n in ("filters", "lower", "split"))
    usual = isinstance(filters, str) and isinstance(split, str) and split and isinstance(lower, bool)
    if not usual or self.arguments["char_level"] is not False or self.arguments["analyzer"] is not None:
        return None
    if sum(map(len, texts)) > _MOST:
        return None
    table = str.maketrans(dict.fromkeys(filters, split))
    return [[w for w in (t.lower() if lower else t).translate(table).split(split) if w] for t in texts]


def _index(self: Object) -> dict[str, int] | None:
    """The number of each word: from 1, the most frequent first; None where it is not known."""
    counts, unseen = self.arguments.get(_COUNTS), self.arguments.get("oov_token")
    if counts is None or not (unseen is None or isinstance(unseen, str)):
        return None
    words = [] if unseen is None else [unseen]
    words += [word for word, _ in sorted(counts, key=lambda pair: -pair[1])]
    return {word: number for number, word in enumerate(words, 1)}


def _count(texts: Any) -> Dim:
    if isinstance(texts, Many):
        return texts.length if texts.length is not None else ANY
    if isinstance(texts, (list, tuple)):
        return len(texts)
    array = as_array(texts)
    return array.shape[0] if isinstance(array, Array) and array.shape else ANY


@function(_TOKENIZER + ".texts_to_sequences")
def texts_to_sequences(self: Object, texts: Any) -> Any:
    """A list for each text: as many numbers as it has known words, from 1 to below `num_words`."""
    words, index, parts = as_int(self.arguments.get("num_words")), _index(self), _all_words(self, texts)
    told = words is not None or self.arguments.get("num_words") is None
    if index is not None and parts is not None and told:
        unseen = index.get(str(self.arguments.get("oov_token")))
        return [_numbers(part, index, words, unseen) for part in parts]
    bounds = Interval(1, words - 1, False) if words is not None and words > 1 else None
    return Many("word numbers", element=Array((ANY,), "int64", bounds), length=_count(texts))


def _numbers(words: Sequence[str], index: dict[str, int], limit: int | None, unseen: int | None) -> list[int]:
    """What a text becomes: words that are rare or not known are left out, or stand under one number."""
    found = (index.get(word) for word in words)
    told = (n if n is not None and (not limit or n < limit) else unseen for n in found)
    return [n for n in told if n is not None]


@function(_TOKENIZER + ".texts_to_matrix")
def texts_to_matrix(self: Object, texts: Any, mode: Any = "binary") -> Array:
    """A column for each of `num_words`, or for each word and the padding."""
    words, index = plain(self.arguments.get("num_words")), _index(self)
    columns = as_size(words) if words else ANY if index is None or words is not None else len(index) + 1
    return Array((_count(texts), columns), "float64")


@function(_TOKENIZER + ".sequences_to_matrix")
def sequences_to_matrix(self: Object, sequences: Any, mode: Any = "binary") -> Array:
    return texts_to_matrix(self, sequences, mode)


@function(_TOKENIZER + ".sequences_to_texts")
def sequences_to_texts(self: Object, sequences: Any) -> Many:
    return Many("texts", element=Unknown("a text"), length=_count(sequences))


@attribute(_TOKENIZER + ".word_index")
def word_index(self: Object) -> Any:
    index = _index(self)
    return Unknown("a dictionary of words") if index is None else index


@attribute(*(f"{_TOKENIZER}.{name}" for name in ("index_word", "word_counts", "word_docs")))
def vocabulary(self: Object) -> Unknown:
    return Unknown("a dictionary of words")


@attribute(_TOKENIZER + ".num_words")
def num_words(self: Object) -> Any:
    return self.arguments.get("num_words")
