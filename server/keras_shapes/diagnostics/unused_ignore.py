"""An ignore comment that silences nothing.

## What it does

Looks for `# keras-shapes: ignore` comments, and codes in them, without which nothing more would be reported. A misspelt
code is one of them. Rules that are turned off are not counted, and while a part of the program cannot be parsed nothing
is said.

## Why it is wrong

The mistake that it was written for is gone, and the comment would hide the next one.

## Example

```python
import numpy as np

x = np.zeros((2, 3)).reshape(3, 2)  # keras-shapes: ignore[reshape-size]
```

## Instead

```python
import numpy as np

x = np.zeros((2, 3)).reshape(3, 2)
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..interpreter.records import Finding
from ..source.block import Block, Place
from ..source.document import Document, Range
from ..source.suppressions import unused
from .diagnostic import WARNING, Diagnostic

CODE = "unused-ignore"
SEVERITY = WARNING


def message(finding: Finding) -> str:
    code = finding.facts["code"]
    return f"Nothing is found here that `ignore[{code}]` would silence." if code else "This comment silences nothing."


def diagnostics(
    document: Document, silenced: Iterable[tuple[str, Range]], severity: str, reported: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    """One for each idle comment or code in one. `reported`: whether a rule, or with "" every rule, is turned on."""
    if document.errors:
        return
    for idle in unused(document, silenced):
        if reported(idle.code):
            # A comment is no part of any block, so that its finding has no place, only the diagnostic a range.
            finding = Finding(CODE, Place(Block([], [], 1), 0, 0, 0, 0), None, None, {"code": idle.code})
            yield Diagnostic(CODE, severity, message(finding), "", "", idle.where, (), finding)
