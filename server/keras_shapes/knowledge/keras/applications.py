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
from ..architectures.blueprint import Chain, Options, Step, blueprint, total
from ..binding import Rule
from ..coercion import as_array
from ..registry import function
from ..run import Run
from .application_arguments import check
from .application_arguments import parameters as parameters_of
from .backend import IMAGE_DATA_FORMAT
from .models.calling import OUTPUT
from .models.construction import declared_input

Reduce = Callable[[int], int]
Steps = tuple[Step, ...]
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


def _define(name: str, usual: int, least: int, width: int, reduce: Reduce) -> None:
    body = f"{_A}{name}.body"

    def layer(x: Array, *, include_top: Any, pooling: Any, classes: Any, options: Any, **_: Any) -> Array:
        batch, height, columns, channels = x.require_rank(4)
        if include_top is not False:
            return x.computed((batch, as_dim(classes)) if include_top is True else None)
        usual = options is not None and options.alpha == 1.0
        features: Dim = width if usual else ANY
        sizes: Shape = (_reduced(height, reduce), _reduced(columns, reduce), features)
        if pooling in ("avg", "max"):
            sizes = (features,)
        images = (height, columns, channels)
        return x.computed((batch, *((ANY in sizes and _measured(name, options, images)) or sizes)))

    rule = Rule(body, layer, layer=True)
    rule.parameters_of(_uncounted)
    registry._RULES[body] = rule

    def model(*, run: Run, **given: Any) -> Any:
        if (
            not isinstance(given["include_top"], bool)
            or run.setting(IMAGE_DATA_FORMAT, "channels_last") != "channels_last"
        ):
            return Unknown("a model with or without its top, or of images with the channels first")
        try:
            check(name, usual, least, given)
        except Mismatch as mismatch:
            run.report(mismatch)
            # What it declares most likely, so that the rest is looked at as well.
            given = given | {
                mismatch.facts["argument"]: mismatch.expected if mismatch.facts["need"] == "pixels" else None
            }
            given["classes"] = given["classes"] or 1000
        arguments = {key: given[key] for key in ("include_top", "pooling", "classes", "weights")}
        return _opaque(name, body, arguments | {"options": _options(given)}, _input(name, usual, given, run), run)

    for alias in (name, *(f"{m}.{name}" for m in _modules(name))):
        registry._RULES[_A + alias] = Rule(_A + alias, model).taking(parameters_of(name))


def _uncounted(x: Array, **_: Any) -> None:
    """How many parameters there are is worked out when it is asked for: see `parameters`."""


def _options(given: dict[str, Any]) -> Options | None:
    """What decides which layers there are; None where it is not all known."""
    alpha, classes, weights, name = given.get("alpha", 1.0), given["classes"], given["weights"], given["name"]
    minimal, scaled = given.get("minimalistic", False), given.get("include_preprocessing", True)
    dropped = given.get("dropout_rate", 0.2)
    known = isinstance(minimal, bool) and isinstance(scaled, bool) and isinstance(dropped, (int, float))
    if not known or given["pooling"] not in (None, "avg", "max") or given.get("depth_multiplier", 1) != 1:
        return None
    if not isinstance(alpha, (int, float)) or not isinstance(classes, int) or isinstance(weights, Unknown):
        return None
    return Options(
        given["include_top"], given["pooling"], classes, weights == "imagenet", alpha, minimal, dropped > 0, scaled,
        name if isinstance(name, str) else "",
    )  # fmt: skip


def _steps(name: str, options: Options | None, shape: Shape) -> Steps | None:
    """The layers for images of this shape, where all that decides is known."""
    if options is None or any(d is not None and not isinstance(d, int) for d in shape):
        return None
    try:
        return blueprint(name, options, (None, *shape))
    except Mismatch:
        return None


def _measured(name: str, options: Options | None, images: Shape) -> Shape | None:
    """The features' shape without the batch, worked out layer by layer; None where the layers are not known."""
    steps = _steps(name, options, images)
    shape = steps[-1].output.shape if steps else None
    return None if shape is None else shape[1:]


def parameters(layer: Layer) -> int | None:
    """How many the model has that this layer stands for; None where it is none, or not known."""
    images = layer.arguments.get("images") if layer.cls.startswith(_A) else None
    if images is None:
        return None
    steps = _steps(layer.cls.split(".")[2], layer.arguments["options"], images[1:])
    return total(steps) if steps else None


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
    mark = hash((images.node, body.cls, body.arguments["options"]))
    made = _placed(steps, images, (model.ref.uid,), mark, model.site, run)
    return replace(model, outputs=made[-1][1], facts={**model.facts, "opaque": False})


def _placed(steps: Steps, x: Array, uid: Any, mark: int, site: Site, run: Run) -> list[tuple[Any, Array]]:
    """The steps as layers of this program, numbered below `uid`: of each what it calls, and what it gives."""
    made: list[tuple[Any, Array]] = []
    for number, step in enumerate(steps):
        own = (*uid, number)
        target = step.target if isinstance(step.target, str) else Ref(_kind(step), own)
        given = [x if i < 0 else made[i][1] for i in step.inputs]
        arguments = (given,) if step.merged else (*given, *(() if step.constant is None else (step.constant,)))
        output = step.output.like(node=Node(target, arguments, {}, own, hash((mark, own)), site.place))
        made.append((target, output))
        if isinstance(target, Ref) and not isinstance(run.resolve(target), (Layer, Model)):
            run.update(target, _part(step, target, given[0], mark, site, run))
            run.update(Ref(OUTPUT, own), output)
    return made


def _kind(step: Step) -> str:
    return "model" if isinstance(step.target, Chain) else "layer"


def _part(step: Step, ref: Ref, entered: Array, mark: int, site: Site, run: Run) -> Layer | Model:
    """A layer of the model, or a Sequential with its own layers."""
    if isinstance(step.target, Layer):
        return replace(step.target, ref=ref, site=site)
    assert isinstance(step.target, Chain)
    x = declared_input(entered.shape, entered.dtype, run, site)
    made = _placed(step.target.steps, x, ref.uid, mark, site, run)
    layers = tuple(target for target, _ in made)
    name, facts = step.target.name, {"outputs": tuple(made)}
    return Model(ref, "Sequential", layers, site, x, made[-1][1], name, declared_at=site, facts=facts)


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


def _input(name: str, usual: int, given: dict[str, Any], run: Run) -> Array:
    tensor, shape = given["input_tensor"], given["input_shape"]
    array = as_array(tensor) if isinstance(tensor, Array) else None
    if isinstance(array, Array) and array.node is not None:
        return array
    if isinstance(shape, (tuple, list)):
        dims: Shape = tuple(as_dim(d) for d in shape)
    elif shape is not None:
        dims = (ANY, ANY, ANY)
    else:
        dims = (usual, usual, 3) if _sized(name, given["include_top"]) else (None, None, 3)
    return declared_input((None, *dims), "float32", run, run.site)


def _sized(name: str, include_top: bool) -> bool:
    """Whether a model takes images of its usual size where no other is given."""
    return name == "NASNetMobile" or (include_top and not name.startswith("MobileNetV3"))


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


for _name, _facts in _MODELS.items():
    _define(_name, *_facts)

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
