"""One line a finding: `train.py:10:1: error[input-rank] …`."""

from __future__ import annotations

from collections.abc import Iterator

from ..report import Report, shown_at
from ..summary import summary


def write(report: Report) -> Iterator[str]:
    for file in report.files:
        for found in file.found:
            message = " ".join(found.message.split())
            yield f"{shown_at(file.path, found.span)}: {found.severity}[{found.code}] {message}\n"
    yield summary(report)
