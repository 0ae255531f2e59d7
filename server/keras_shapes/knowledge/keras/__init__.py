"""Keras."""

from __future__ import annotations

# Loaded only when a program names such a part: most do without, and loading takes time and memory.
APART = {
    "applications": ("applications",),
    "backend": ("backend_arrays", "backend_creation", "backend_math"),
    "datasets": ("datasets",),
    "ops": ("ops",),
    "random": ("ops",),
}
