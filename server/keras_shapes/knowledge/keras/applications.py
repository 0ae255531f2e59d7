"""keras.applications: the models as one opaque step from images to features or classes.

Sizes and channels: keras/src/applications/*.py; compared with the real models in tests/oracle/test_applications.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ...values.array import Array, Node, Shape
from ...values.dim import ANY, Dim, as_dim
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.origin import Site
from ...values.reference import Ref
from ...values.unknown import Unknown
from .. import registry
from ..architectures.blueprint import Options, Step, blueprint
from ..binding import Rule
from ..coercion import as_array
from ..registry import function
from ..run import Run
from .models.calling import OUTPUT
from .models.construction import declared_input

Reduce = Callable[[int], int]
_A = "keras.applications."


def _halved(times: int) -> Reduce:
    """Strides of 2 with padding: each rounds up."""
    return lambda size: -(-size // 2**times)


def _vgg(size: int) -> int:
    """Five poolings without padding: each rounds down."""
    return size // 32


def _valid(size: int, *steps: tuple[int, int]) -> int:
    for window, stride in steps:
        size = (size - window) // stride + 1
    return size


def _inception(size: int) -> int:
    return _valid(size, (3, 2), (3, 1), (3, 2), (3, 1), (3, 2), (3, 2), (3, 2))


def _xception(size: int) -> int:
    return _halved(4)(_valid(size, (3, 2), (3, 1)))


# name: usual size, least size, channels of the last feature map, its size for an input's.
_MODELS: dict[str, tuple[int, int, int, Reduce]] = {
    "VGG16": (224, 32, 512, _vgg),
    "VGG19": (224, 32, 512, _vgg),
    "Xception": (299, 71, 2048, _xception),
    "InceptionV3": (299, 75, 2048, _inception),
    "InceptionResNetV2": (299, 75, 1536, _inception),
    "NASNetMobile": (224, 32, 1056, _halved(5)),
    "NASNetLarge": (331, 32, 4032, _halved(5)),
    "DenseNet121": (224, 32, 1024, _halved(5)),
    "DenseNet169": (224, 32, 1664, _halved(5)),
    "DenseNet201": (224, 32, 1920, _halved(5)),
    "MobileNet": (224, 32, 1024, _halved(5)),
    "MobileNetV2": (224, 32, 1280, _halved(5)),
    "MobileNetV3Small": (224, 32, 576, _halved(5)),
    "MobileNetV3Large": (224, 32, 960, _halved(5)),
}
_MODELS |= {f"ResNet{n}{v}": (224, 32, 2048, _halved(5)) for n in (50, 101, 152) for v in ("", "V2")}
_EFFICIENT = {"B0": (224, 1280), "B1": (240, 1280), "B2": (260, 1408), "B3": (300, 1536), "B4": (380, 1792),
              "B5": (456, 2048), "B6": (528, 2304), "B7": (600, 2560)}  # fmt: skip
_MODELS |= {f"EfficientNet{k}": (size, 32, width, _halved(5)) for k, (size, width) in _EFFICIENT.items()}
_EFFICIENT_2 = {"B0": (224, 1280), "B1": (240, 1280), "B2": (260, 1408), "B3": (300, 1536), "S": (384, 1280),
                "M": (480, 1280), "L": (480, 1280)}  # fmt: skip
_MODELS |= {f"EfficientNetV2{k}": (size, 32, width, _halved(5)) for k, (size, width) in _EFFICIENT_2.items()}
_CONVNEXT = {"Tiny": 768, "Small": 768, "Base": 1024, "Large": 1536, "XLarge": 2048}
_MODELS |= {f"ConvNeXt{k}": (224, 32, width, _vgg) for k, width in _CONVNEXT.items()}
# Where sizes that are no multiple of this are rounded in ways of each model's own, nothing is said.
_CERTAIN = 32
_EXACT = (_vgg, _inception, _xception)


def _define(name: str, usual: int, width: int, reduce: Reduce) -> None:
    body = f"{_A}{name}.body"

    def layer(x: Array, *, include_top: Any, pooling: Any, classes: Any, options: Any, **_: Any) -> Array:
        batch, height, columns, channels = x.require_rank(4)
        if channels not in (3, 1, None) and isinstance(channels, int) and include_top is True:
            raise Mismatch("layer-shape", (batch, height, columns, 3), x.shape)
        if include_top is not False:
            return x.computed((batch, as_dim(classes)) if include_top is True else None)
        usual = options is not None and options.alpha == 1.0
        features: Dim = width if usual else ANY
        if pooling in ("avg", "max"):
            return x.computed((batch, features))
        sizes = (_reduced(height, reduce), _reduced(columns, reduce), features)
        return x.computed((batch, *(_measured(name, options, (height, columns, channels)) if ANY in sizes else sizes)))

    rule = Rule(body, layer, layer=True)
    rule.parameters_of(_uncounted)
    registry._RULES[body] = rule

    @function(_A + name, *(f"{_A}{m}.{name}" for m in _modules(name)))
    def model(
        include_top: Any = True, weights: Any = "imagenet", input_tensor: Any = None, input_shape: Any = None,
        pooling: Any = None, classes: Any = 1000, classifier_activation: Any = "softmax", *, run: Run, **options: Any,
    ) -> Any:  # fmt: skip
        if not isinstance(include_top, bool):
            return Unknown("a model with or without its top")
        arguments = {"include_top": include_top, "pooling": pooling, "classes": classes, "weights": weights}
        arguments["options"] = _options(arguments, options)
        return _opaque(name, body, arguments, _input(usual, include_top, input_tensor, input_shape, run), run)


def _uncounted(x: Array, **_: Any) -> None:
    """How many parameters there are is worked out when it is asked for: see `parameters`."""


def _options(arguments: dict[str, Any], more: dict[str, Any]) -> Options | None:
    """What decides which layers there are; None where it is not all known."""
    alpha, classes, weights = more.get("alpha", 1.0), arguments["classes"], arguments["weights"]
    if arguments["pooling"] not in (None, "avg", "max") or more.keys() & {"depth_multiplier", "minimalistic"}:
        return None
    if not isinstance(alpha, (int, float)) or not isinstance(classes, int) or isinstance(weights, Unknown):
        return None
    return Options(arguments["include_top"], arguments["pooling"], classes, weights == "imagenet", alpha)


def _steps(name: str, options: Options | None, shape: Shape) -> tuple[Step, ...] | None:
    """The layers for images of this shape, where all that decides is known."""
    if options is None or any(d is not None and not isinstance(d, int) for d in shape):
        return None
    try:
        return blueprint(name, options, (None, *shape))
    except Mismatch:
        return None


def _measured(name: str, options: Options | None, images: Shape) -> Shape:
    """The last feature map's shape without the batch, worked out layer by layer."""
    steps = _steps(name, options, images)
    shape = steps[-1].output.shape if steps else None
    return (ANY, ANY, ANY) if shape is None else shape[1:]


def parameters(layer: Layer) -> int | None:
    """How many the model has that this layer stands for; None where it is none, or not known."""
    images = layer.arguments.get("images") if layer.cls.startswith(_A) else None
    if images is None:
        return None
    steps = _steps(layer.cls.split(".")[2], layer.arguments["options"], images[1:])
    counts = [step.layer.parameters for step in steps or ()]
    return sum(c for c in counts if c is not None) if counts and None not in counts else None


def opened(model: Model, run: Run) -> Model | None:
    """The model with all of its layers, which are made when they are first asked for; None where it is not one of ours.

    Every time the same ones: what the program knows of a layer stays.
    """
    body, images = run.resolve(model.layers[0]), model.input_array
    if not isinstance(body, Layer) or not body.cls.startswith(_A) or images is None or images.shape is None:
        return None
    steps = _steps(body.cls.split(".")[2], body.arguments["options"], images.shape[1:])
    if not steps:
        return None
    made: list[Array] = []
    for number, step in enumerate(steps):
        ref = Ref("layer", (model.ref.uid, number))
        given = [images if i < 0 else made[i] for i in step.inputs]
        mark = hash((images.node, body.cls, body.arguments["options"], number))
        node = Node(ref, (given if step.merged else given[0],), {}, ref.uid, mark, model.site.place)
        made.append(step.output.like(node=node))
        if not isinstance(run.resolve(ref), Layer):
            run.update(ref, replace(step.layer, ref=ref, site=model.site))
            run.update(Ref(OUTPUT, ref.uid), made[-1])
    return replace(model, outputs=made[-1], facts={**model.facts, "opaque": False})


def _modules(name: str) -> tuple[str, ...]:
    """The modules in which a model is found as well: `keras.applications.resnet50.ResNet50`."""
    lower = name.lower()
    families = ("resnet_v2", "resnet", "densenet", "nasnet", "efficientnet_v2", "efficientnet", "convnext")
    own = {"inceptionv3": "inception_v3", "inceptionresnetv2": "inception_resnet_v2", "mobilenetv2": "mobilenet_v2",
           "mobilenetv3small": "mobilenet_v3", "mobilenetv3large": "mobilenet_v3"}  # fmt: skip
    return tuple(dict.fromkeys([own.get(lower, lower), *(f for f in families if lower.startswith(f.split("_")[0]))]))


def _reduced(size: Dim, reduce: Reduce) -> Dim:
    if not isinstance(size, int):
        return size
    return reduce(size) if size % _CERTAIN == 0 or reduce in _EXACT else ANY


def _input(usual: int, include_top: bool, tensor: Any, shape: Any, run: Run) -> Array:
    given = as_array(tensor) if isinstance(tensor, Array) else None
    if isinstance(given, Array) and given.node is not None:
        return given
    if isinstance(shape, (tuple, list)):
        dims: Shape = tuple(as_dim(d) for d in shape)
    elif shape is not None:
        dims = (ANY, ANY, ANY)
    else:
        dims = (usual, usual, 3) if include_top else (None, None, 3)
    return declared_input((None, *dims), "float32", run, run.site)


def _opaque(name: str, body: str, arguments: dict[str, Any], x: Array, run: Run) -> Any:
    """A functional model of one layer that stands for all of them."""
    layer, ref = run.new("layer"), run.new("model")
    site = run.site or Site(None)
    run.update(layer, Layer(layer, body, {**arguments, "images": x.shape}, site, name.lower()))
    output = run.apply(layer, x)
    if isinstance(output, Array):
        uid = run.new("node").uid
        output = output.like(
            kind="symbolic", node=Node(layer, (x,), {}, uid, hash((name, uid[1], x.shape)), site.place)
        )
    facts = {"outputs": ((layer, output),), "opaque": True, "pretrained": arguments["weights"] is not None}
    run.update(ref, Model(ref, "Functional", (layer,), site, x, output, name.lower(), declared_at=site, facts=facts))
    return ref


def application_of(layer: Layer, run: Run) -> Model | None:
    """The model of keras.applications that a layer was taken out of; None for all others."""
    uid = layer.ref.uid
    owner = run.resolve(Ref("model", uid[0])) if isinstance(uid, tuple) and uid else None
    return owner if isinstance(owner, Model) and owner.facts.get("opaque") else None


for _name, (_usual, _least, _width, _reduce) in _MODELS.items():
    _define(_name, _usual, _width, _reduce)

_FAMILIES = ("vgg16", "vgg19", "xception", "inception_v3", "inception_resnet_v2", "nasnet", "densenet", "mobilenet",
             "mobilenet_v2", "mobilenet_v3", "resnet50", "resnet", "resnet_v2", "efficientnet", "efficientnet_v2",
             "convnext",
             "imagenet_utils")  # fmt: skip


@function(*(f"{_A}{family}.preprocess_input" for family in _FAMILIES))
def preprocess_input(x: Array, data_format: Any = None, mode: Any = None) -> Array:
    """keras/src/applications/imagenet_utils.py: the same shape, scaled in the model's own way."""
    return x.like(dtype=x.dtype if x.dtype.startswith("float") else "float32", interval=None, content=None)


@function(*(f"{_A}{family}.decode_predictions" for family in _FAMILIES))
def decode_predictions(preds: Any, top: Any = 5) -> Unknown:
    return Unknown("names of classes")
