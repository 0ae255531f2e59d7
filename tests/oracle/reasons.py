"""Why a public name has no rule: namespace → reason → the names. Where there is a rule, there is no reason."""

from __future__ import annotations

REASONS: dict[str, dict[str, str]] = {}
