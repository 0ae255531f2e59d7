"""Why a public name has no rule: namespace → reason → the names. Where there is a rule, there is no reason."""

from __future__ import annotations

REASONS: dict[str, dict[str, str]] = {
    "keras.layers": {
        "an abstract base: programs derive from it, and their own code is followed": "Layer Wrapper",
        "a description of what a layer wants, no layer": "InputSpec",
        "what it gives is another framework's affair": "TorchModuleWrapper FlaxLayer JaxLayer",
        "what it gives is in a saved model's files": "TFSMLayer",
        "goes between layers and their configurations: what comes is known by none of its arguments": (
            "serialize deserialize"
        ),
    },
}
