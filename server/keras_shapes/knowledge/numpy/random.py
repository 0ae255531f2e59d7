"""numpy.random: the module's own functions, RandomState's and Generator's methods."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.axes import broadcast_to
from ...values.dim import ANY, Linear, same
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.scalar import Scalar
from ...values.unknown import Unknown
from ..arguments import as_int, as_number, as_shape, as_size, plain
from ..binding import Rule, call
from ..coercion import as_array
from ..registry import Function, function
from .creation import element_type
from .intervals import fitted, spread, within

MODULE, STATE, GENERATOR = "numpy.random.", "numpy.random.RandomState.", "numpy.random.Generator."
# What of the module's functions a Generator also has, under the same name and with the same parameters.
_OF_GENERATOR = {
    "uniform", "normal", "laplace", "logistic", "gumbel", "lognormal", "standard_cauchy", "exponential", "rayleigh",
    "gamma", "beta", "binomial", "poisson", "geometric", "multinomial", "dirichlet", "multivariate_normal",
    "permutation", "chisquare", "standard_t", "weibull", "pareto", "power", "zipf", "logseries", "f",
    "noncentral_chisquare", "noncentral_f", "negative_binomial", "hypergeometric", "triangular", "vonmises", "wald",
}  # fmt: skip

F = TypeVar("F", bound=Function)


def drawing(*names: str) -> Callable[[F], F]:
    """Registers a function of the module, and with it RandomState's and Generator's methods of that name."""

    def register(f: F) -> F:
        for name in names:
            rule = Rule(MODULE + name, f)
            function(MODULE + name)(f)
            classes = (STATE, GENERATOR) if name in _OF_GENERATOR else (STATE,)
            function(*(cls + name for cls in classes))(_method(rule))
        return f

    return register


def _method(rule: Rule) -> Function:
    def method(self: Any, *arguments: Any, **keywords: Any) -> Any:
        return call(rule, arguments, keywords)

    return method


def drawn(shape: Shape | None, dtype: str, interval: Interval | None = None) -> Array:
    """Random numbers between bounds."""
    return Array(shape, dtype, spread(fitted(interval, dtype), dtype, shape))


def _sizes(size: Any, *parameters: Any) -> Shape | None:
    """The shape of draws: `size`, or where it is None that of the distribution's parameters together.

    Raises Mismatch where the parameters are proved not to broadcast to the size.
    """
    shape: Shape | None = ()
    for parameter in parameters:
        array = as_array(parameter)
        shape = broadcast(shape, array.shape if isinstance(array, Array) else None)
    if size is None:
        return shape
    wanted = as_shape(size)
    return broadcast_to(shape, wanted) if shape and wanted is not None else wanted


def _between(low: Any, high: Any) -> Interval | None:
    bottom, top = as_number(low), as_number(high)
    return None if bottom is None or top is None else Interval(min(bottom, top), max(bottom, top))


@function("numpy.random.Generator")
def generator(bit_generator: Any) -> Object:
    return default_rng(bit_generator)


@function(MODULE + "default_rng")
def default_rng(seed: Any = None) -> Object:
    return Object("numpy.random.Generator", {"seed": seed})


@function("numpy.random.RandomState")
def random_state(seed: Any = None) -> Object:
    return Object("numpy.random.RandomState", {"seed": seed})


@drawing("seed")
def reseed(seed: Any = None) -> None:
    return None


@drawing("rand")
def rand(*dims: Any) -> Array:
    return drawn(as_shape(dims), "float64", Interval(0, 1))


@drawing("randn")
def randn(*dims: Any) -> Array:
    return Array(as_shape(dims), "float64")


@drawing("random", "random_sample", "ranf", "sample")
def random(size: Any = None) -> Array:
    return drawn(_sizes(size), "float64", Interval(0, 1))


@function(GENERATOR + "random")
def generator_random(self: Any, size: Any = None, dtype: Any = None, **_: Any) -> Array:
    return drawn(_sizes(size), element_type(dtype, "float64"), Interval(0, 1))


@drawing("randint")
def randint(low: Any, high: Any = None, size: Any = None, dtype: Any = None) -> Array:
    """Between low and high, high left out."""
    start, stop = (0, low) if high is None else (low, high)
    bottom, top = as_number(start), as_number(stop)
    bounds = None
    if bottom is not None and top is not None:
        if top <= bottom and Array(_sizes(size)).size != 0:
            raise Mismatch("array-shapes", bottom, top, operation="randint")
        bounds = Interval(int(bottom), int(top) - 1)
    # Here numpy takes arrays of bounds along whatever the size is.
    shape = _sizes(None, start, stop) if size is None else as_shape(size)
    return drawn(shape, element_type(dtype, "int64"), bounds)


@drawing("random_integers")
def random_integers(low: Any, high: Any = None, size: Any = None) -> Array:
    start, stop = (1, low) if high is None else (low, high)
    return drawn(_sizes(size, start, stop), "int64", _between(start, stop))


@function(GENERATOR + "integers")
def integers(
    self: Any, low: Any, high: Any = None, size: Any = None, dtype: Any = None, endpoint: Any = False
) -> Array:
    top = as_number(low if high is None else high)
    if endpoint and top is not None:
        return randint(0 if high is None else low, top + 1, size, dtype)
    return randint(low, high, size, dtype)


@drawing("uniform")
def uniform(low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Array:
    return drawn(_sizes(size, low, high), "float64", _between(low, high))


@drawing("normal", "laplace", "logistic", "gumbel")
def normal(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Array:
    return Array(_sizes(size, loc, scale), "float64")


@drawing("lognormal")
def lognormal(mean: Any = 0.0, sigma: Any = 1.0, size: Any = None) -> Array:
    return Array(_sizes(size, mean, sigma), "float64")


@drawing("standard_normal", "standard_exponential", "standard_cauchy")
def standard_normal(size: Any = None) -> Array:
    return Array(_sizes(size), "float64")


@function(GENERATOR + "standard_normal", GENERATOR + "standard_exponential")
def generator_standard_normal(self: Any, size: Any = None, dtype: Any = None, **_: Any) -> Array:
    return Array(_sizes(size), element_type(dtype, "float64"))


@drawing("exponential", "rayleigh")
def exponential(scale: Any = 1.0, size: Any = None) -> Array:
    return Array(_sizes(size, scale), "float64")


@drawing("gamma")
def gamma(shape: Any, scale: Any = 1.0, size: Any = None) -> Array:
    return Array(_sizes(size, shape, scale), "float64")


@drawing("beta")
def beta(a: Any, b: Any, size: Any = None) -> Array:
    return Array(_sizes(size, a, b), "float64", Interval(0, 1, False))


@drawing("binomial")
def binomial(n: Any, p: Any, size: Any = None) -> Array:
    return Array(_sizes(size, n, p), "int64", within(_between(0, n)))


@drawing("poisson")
def poisson(lam: Any = 1.0, size: Any = None) -> Array:
    return Array(_sizes(size, lam), "int64")


@drawing("geometric")
def geometric(p: Any, size: Any = None) -> Array:
    return Array(_sizes(size, p), "int64")


@drawing("chisquare", "standard_t")
def chisquare(df: Any, size: Any = None) -> Array:
    return Array(_sizes(size, df), "float64")


@drawing("weibull", "pareto", "power")
def weibull(a: Any, size: Any = None) -> Array:
    return Array(_sizes(size, a), "float64")


@drawing("zipf")
def zipf(a: Any, size: Any = None) -> Array:
    return Array(_sizes(size, a), "int64")


@drawing("logseries")
def logseries(p: Any, size: Any = None) -> Array:
    return Array(_sizes(size, p), "int64")


@drawing("f")
def f_(dfnum: Any, dfden: Any, size: Any = None) -> Array:
    return Array(_sizes(size, dfnum, dfden), "float64")


@drawing("noncentral_chisquare")
def noncentral_chisquare(df: Any, nonc: Any, size: Any = None) -> Array:
    return Array(_sizes(size, df, nonc), "float64")


@drawing("noncentral_f")
def noncentral_f(dfnum: Any, dfden: Any, nonc: Any, size: Any = None) -> Array:
    return Array(_sizes(size, dfnum, dfden, nonc), "float64")


@drawing("negative_binomial")
def negative_binomial(n: Any, p: Any, size: Any = None) -> Array:
    return Array(_sizes(size, n, p), "int64")


@drawing("hypergeometric")
def hypergeometric(ngood: Any, nbad: Any, nsample: Any, size: Any = None) -> Array:
    return Array(_sizes(size, ngood, nbad, nsample), "int64")


@drawing("triangular")
def triangular(left: Any, mode: Any, right: Any, size: Any = None) -> Array:
    return Array(_sizes(size, left, mode, right), "float64")


@drawing("vonmises")
def vonmises(mu: Any, kappa: Any, size: Any = None) -> Array:
    return Array(_sizes(size, mu, kappa), "float64", Interval(-3.1415927, 3.1415927, False))


@drawing("wald")
def wald(mean: Any, scale: Any, size: Any = None) -> Array:
    return Array(_sizes(size, mean, scale), "float64")


@drawing("standard_gamma")
def standard_gamma(shape: Any, size: Any = None) -> Array:
    return Array(_sizes(size, shape), "float64")


@function(GENERATOR + "standard_gamma")
def generator_standard_gamma(self: Any, shape: Any, size: Any = None, dtype: Any = None, out: Any = None) -> Array:
    return Array(_sizes(size, shape), element_type(dtype, "float64"))


@function(GENERATOR + "multivariate_hypergeometric")
def multivariate_hypergeometric(
    self: Any, colors: Array, nsample: Any, size: Any = None, method: Any = "marginals"
) -> Array:
    return _rows(size, colors.shape, "int64")


@drawing("multinomial")
def multinomial(n: Any, pvals: Array, size: Any = None) -> Array:
    return _rows(size, pvals.shape[:1] if pvals.shape else None, "int64")


@drawing("dirichlet")
def dirichlet(alpha: Array, size: Any = None) -> Array:
    return _rows(size, alpha.shape, "float64")


@drawing("multivariate_normal")
def multivariate_normal(mean: Array, cov: Array, size: Any = None, **_: Any) -> Array:
    return _rows(size, mean.shape, "float64")


def _rows(size: Any, row: Shape | None, dtype: str) -> Array:
    """Draws that are rows."""
    lead = _sizes(size)
    return Array(None if row is None or lead is None else (*lead, *row), dtype)


@drawing("choice")
def choice(a: Any, size: Any = None, replace: Any = True, p: Any = None) -> Array | Unknown:
    pool = _pool(a)
    if isinstance(pool, Unknown) or pool.shape is None:
        return Array(_sizes(size), "" if isinstance(pool, Unknown) else pool.dtype)
    if len(pool.shape) != 1:
        raise Mismatch("array-shapes", 1, pool.shape, operation="choice")
    _check_enough(pool, size, replace)
    _check_probabilities(pool, p)
    return drawn(_sizes(size), pool.dtype, pool.interval)


def _pool(a: Any) -> Array | Unknown:
    """What is drawn from: the array, or range(a) of a number."""
    number = plain(a)
    if isinstance(number, int) and not isinstance(number, bool):
        return Array((as_size(number),), "int64", Interval(0, number - 1) if number > 0 else None)
    if isinstance(number, Linear):
        return Array((number,), "int64")
    if isinstance(a, Scalar) or (isinstance(a, Array) and a.shape == ()):
        return Array((ANY,), "int64")
    return as_array(a)


def _check_enough(pool: Array, size: Any, replace: Any) -> None:
    """Without replacement no more can be drawn than there are."""
    shape = _sizes(size)
    wanted = Array(shape).size
    available = pool.shape[0] if pool.shape else ANY
    if replace is False and isinstance(wanted, int) and isinstance(available, int) and wanted > available:
        raise Mismatch("array-shapes", available, wanted, operation="choice", sample=True)


def _check_probabilities(pool: Array, p: Any) -> None:
    """One for each thing that may be drawn, in one axis."""
    given = None if p is None else as_array(p)
    if not isinstance(given, Array) or given.shape is None or not pool.shape:
        return
    if len(given.shape) != 1 or same(given.shape[0], pool.shape[0]) is False:
        raise Mismatch("array-shapes", pool.shape[0], given.shape, operation="choice", argument="p", probabilities=True)


@function(GENERATOR + "choice")
def generator_choice(
    self: Any, a: Any, size: Any = None, replace: Any = True, p: Any = None, axis: Any = 0, shuffle: Any = True
) -> Array | Unknown:
    pool, along = _pool(a), as_int(axis)
    if isinstance(pool, Unknown) or pool.shape is None or not pool.shape or along != 0:
        return Array(None)
    _check_enough(pool, size, replace)
    _check_probabilities(pool, p)
    lead = _sizes(size)
    return drawn(None if lead is None else (*lead, *pool.shape[1:]), pool.dtype, pool.interval)


@drawing("permutation")
def permutation(x: Any, axis: Any = 0) -> Array | Unknown:
    pool = _pool(x)
    return pool if isinstance(pool, Unknown) else pool.like(content=None)


@function(GENERATOR + "permuted")
def permuted(self: Any, x: Array, *, axis: Any = None, out: Any = None) -> Array:
    return x.like(content=None, one_hot=False)
