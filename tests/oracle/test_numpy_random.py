"""numpy.random, RandomState and Generator, against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, array, call, one_of
from .functions import FunctionCase
from .harness import Case, check


def _size(draw: Random) -> Any:
    return draw.choice((None, None, 5, (3,), (2, 3), [4, 1, 2], (), 0, (100, 30), -1, np.int64(4)))


def _many(draw: Random) -> Any:
    return draw.choice(((1000,), (50, 100), 2000, 3))


def _dims(name: str) -> Draw:
    def case(draw: Random) -> Case:
        return FunctionCase(name, tuple(draw.choice((1, 2, 3, 5, 0, -1)) for _ in range(draw.randint(0, 3))))

    return case


def _randint(draw: Random) -> Case:
    bounds = draw.choice(((10,), (0, 10), (1, 2), (5, 5), (-3, 4), (0, 256), (np.array([2, 3, 4]),)))
    keywords = {"size": draw.choice((_size(draw), _many(draw))), "dtype": draw.choice(("int64", "int32", "uint8"))}
    if bounds[0] == -3 if not isinstance(bounds[0], np.ndarray) else True:
        keywords.pop("dtype")
    return FunctionCase("numpy.random.randint", bounds, {k: v for k, v in keywords.items() if draw.random() < 0.7})


def _choice(draw: Random) -> Case:
    pool = draw.choice((5, 1, [1, 2, 3], (0.5, 1.5), array(draw, 1), array(draw, 2), ["a", "b"], np.arange(10)))
    keywords = {"size": draw.choice((_size(draw), 500)), "replace": draw.random() < 0.6}
    if draw.random() < 0.3:
        count = draw.choice((5, 5, 3, 2, 10))
        keywords["p"] = np.full(draw.choice(((count,), (count,), (1, count))), 1 / count)
    return FunctionCase("numpy.random.choice", (pool,), {k: v for k, v in keywords.items() if draw.random() < 0.7})


def _generator(method: str, drawn: Draw | Any) -> Draw:
    """The module's case as a call of a Generator's method."""

    def case(draw: Random) -> Case:
        module = drawn(draw)
        return FunctionCase(
            f"numpy.random.Generator.{method}", (np.random.default_rng(0), *module.arguments), module.keywords
        )

    return case


def _state(method: str, drawn: Draw) -> Draw:
    def case(draw: Random) -> Case:
        module: Any = drawn(draw)
        return FunctionCase(
            f"numpy.random.RandomState.{method}", (np.random.RandomState(0), *module.arguments), module.keywords
        )

    return case


def _integers(draw: Random) -> Case:
    low, high = draw.choice(((0, 10), (2, 5), (0, 2)))
    return FunctionCase(
        "", (low, high), {"size": draw.choice((_size(draw), _many(draw))), "endpoint": draw.random() < 0.4}
    )


_NUMBERS = one_of(0.0, 1.0, 2.5)
_POSITIVE = one_of(0.5, 1.0, 2.5, np.array([1.0, 2.0]))
_UNIFORM = call("numpy.random.uniform", low=one_of(0.0, -1.0, 0), high=one_of(1.0, 5, 255), size=_size)
_NORMAL = call("numpy.random.normal", loc=_NUMBERS, scale=_POSITIVE, size=_size)

TABLE = {
    "numpy.random.rand": _dims("numpy.random.rand"),
    "numpy.random.randn": _dims("numpy.random.randn"),
    "numpy.random.random": call("numpy.random.random", size=_size),
    "numpy.random.random_sample": call("numpy.random.random_sample", _size),
    "numpy.random.randint": _randint,
    "numpy.random.uniform": _UNIFORM,
    "numpy.random.normal": _NORMAL,
    "numpy.random.standard_normal": call("numpy.random.standard_normal", size=_size),
    "numpy.random.lognormal": call("numpy.random.lognormal", mean=_NUMBERS, sigma=_POSITIVE, size=_size),
    "numpy.random.exponential": call("numpy.random.exponential", scale=_POSITIVE, size=_size),
    "numpy.random.gamma": call("numpy.random.gamma", _POSITIVE, scale=_POSITIVE, size=_size),
    "numpy.random.beta": call("numpy.random.beta", _POSITIVE, _POSITIVE, size=_size),
    "numpy.random.binomial": call("numpy.random.binomial", one_of(1, 5), one_of(0.2, 0.5), size=_size),
    "numpy.random.poisson": call("numpy.random.poisson", lam=_POSITIVE, size=_size),
    **{f"numpy.random.{name}": call(f"numpy.random.{name}", _POSITIVE, size=_size) for name in "chisquare standard_t weibull pareto power standard_gamma".split()},
    **{f"numpy.random.{name}": call(f"numpy.random.{name}", _POSITIVE, _POSITIVE, size=_size) for name in "f noncentral_chisquare vonmises wald".split()},
    **{f"numpy.random.{name}": call(f"numpy.random.{name}", _NUMBERS, _POSITIVE, size=_size) for name in "laplace logistic gumbel".split()},
    "numpy.random.noncentral_f": call("numpy.random.noncentral_f", _POSITIVE, _POSITIVE, _POSITIVE, size=_size),
    "numpy.random.triangular": call("numpy.random.triangular", one_of(0.0), one_of(0.5, 1.0), one_of(2.0), size=_size),
    "numpy.random.zipf": call("numpy.random.zipf", one_of(2.0, 3.0), size=_size),
    "numpy.random.logseries": call("numpy.random.logseries", one_of(0.3, 0.6), size=_size),
    "numpy.random.geometric": call("numpy.random.geometric", one_of(0.3, 0.6), size=_size),
    "numpy.random.rayleigh": call("numpy.random.rayleigh", _POSITIVE, size=_size),
    "numpy.random.negative_binomial": call("numpy.random.negative_binomial", one_of(3, 5), one_of(0.3, 0.6), size=_size),
    "numpy.random.hypergeometric": call("numpy.random.hypergeometric", one_of(5, [5, 6]), one_of(7), one_of(3), size=_size),
    "numpy.random.multinomial": call("numpy.random.multinomial", one_of(5), one_of([0.2, 0.8], [1 / 3] * 3), size=_size),
    "numpy.random.dirichlet": call("numpy.random.dirichlet", one_of([1.0, 2.0], [1, 1, 1]), size=_size),
    "numpy.random.multivariate_normal": call("numpy.random.multivariate_normal", one_of([0, 0]), one_of([[1, 0], [0, 1]]), size=_size),
    "numpy.random.choice": _choice,
    "numpy.random.permutation": call("numpy.random.permutation", one_of(5, 10, [1, 2, 3], np.zeros((3, 2)))),
    "numpy.random.RandomState.rand": _state("rand", _dims("")),
    "numpy.random.RandomState.randint": _state("randint", _randint),
    "numpy.random.RandomState.normal": _state("normal", _NORMAL),
    "numpy.random.RandomState.permutation": _state("permutation", call("", one_of(5, [1, 2]))),
    "numpy.random.Generator.random": _generator("random", call("", size=_size, dtype=one_of("float32", "float64"))),
    "numpy.random.Generator.integers": _generator("integers", _integers),
    "numpy.random.Generator.uniform": _generator("uniform", _UNIFORM),
    "numpy.random.Generator.normal": _generator("normal", _NORMAL),
    "numpy.random.Generator.standard_normal": _generator("standard_normal", call("", size=_size)),
    "numpy.random.Generator.choice": _generator("choice", _choice),
    "numpy.random.Generator.permutation": _generator("permutation", call("", one_of(5, [1, 2], np.zeros((3, 2))))),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
