"""keras/src/applications/convnext.py"""

from __future__ import annotations

from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder, channels, own_layer

# Blocks and channels of the four stages.
_SIZES = {
    "Tiny": ((3, 3, 9, 3), (96, 192, 384, 768)), "Small": ((3, 3, 27, 3), (96, 192, 384, 768)),
    "Base": ((3, 3, 27, 3), (128, 256, 512, 1024)), "Large": ((3, 3, 27, 3), (192, 384, 768, 1536)),
    "XLarge": ((3, 3, 27, 3), (256, 512, 1024, 2048)),
}  # fmt: skip


@own_layer
def LayerScale(x: Array, init_values: float, projection_dim: int) -> Array:
    return x


@LayerScale.parameters_of
def _scales(projection_dim: int) -> int:
    return projection_dim


def _convnext(g: Builder, x: Array, label: str, depths: tuple[int, ...], widths: tuple[int, ...]) -> Array:
    label = g.options.name or label
    if g.options.preprocessing and channels(x) == 3:
        # The means and variances are given: they are no weights.
        given = {"mean": [0.0] * 3, "variance": [1.0] * 3}
        x = g("Normalization", x, name=f"{label}_prestem_normalization", **given)
    for stage, (depth, width) in enumerate(zip(depths, widths)):
        x = _reduced(g, x, width, label, stage)
        for block in range(depth):
            x = _block(g, x, width, f"{label}_stage_{stage}_block_{block}")
    if not g.options.include_top:
        return g("LayerNormalization", g.pooled(x))
    x = g("GlobalAveragePooling2D", x, name=f"{label}_head_gap")
    x = g("LayerNormalization", x, name=f"{label}_head_layernorm")
    return g("Dense", x, g.options.classes, name=f"{label}_head_dense")


def _reduced(g: Builder, x: Array, width: int, label: str, stage: int) -> Array:
    """A Sequential that halves the size; before the first stage, one that takes a fourth."""
    if stage == 0:
        return g.chain(
            x, f"{label}_stem",
            lambda inner, y: inner("Conv2D", y, width, 4, strides=4, name=f"{label}_stem_conv"),
            lambda inner, y: inner("LayerNormalization", y, name=f"{label}_stem_layernorm"),
        )  # fmt: skip
    name = f"{label}_downsampling"
    return g.chain(
        x, f"{name}_block_{stage - 1}",
        lambda inner, y: inner("LayerNormalization", y, name=f"{name}_layernorm_{stage - 1}"),
        lambda inner, y: inner("Conv2D", y, width, 2, strides=2, name=f"{name}_conv_{stage - 1}"),
    )  # fmt: skip


def _block(g: Builder, inputs: Array, width: int, name: str) -> Array:
    x = g("Conv2D", inputs, width, 7, padding="same", groups=width, name=f"{name}_depthwise_conv")
    x = g("LayerNormalization", x, name=f"{name}_layernorm")
    x = g("Dense", x, 4 * width, name=f"{name}_pointwise_conv_1")
    x = g("Dense", g("Activation", x, "gelu", name=f"{name}_gelu"), width, name=f"{name}_pointwise_conv_2")
    x = g(LayerScale.name, x, 1e-6, width, name=f"{name}_layer_scale")
    return g.operator("+", inputs, g("Activation", x, "linear", name=f"{name}_identity"))


MODELS: dict[str, Architecture] = {
    f"ConvNeXt{name}": partial(_convnext, label=f"convnext_{name.lower()}", depths=depths, widths=widths)
    for name, (depths, widths) in _SIZES.items()
}
