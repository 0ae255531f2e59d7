"""An evaluation in the user's words: shapes, models' tables, hover. What editors and the command line show."""

from __future__ import annotations

from .hover import hover
from .model_entries import model_entries
from .shape_entries import shape_entries
from .syntax_problems import syntax_problems

__all__ = ["hover", "model_entries", "shape_entries", "syntax_problems"]
