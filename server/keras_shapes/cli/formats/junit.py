"""JUnit's XML, which most CI services show as tests: a suite a file, a failure a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..report import FileReport, Found, Report, shown_at

# XML has no way to write these, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report) -> Iterator[str]:
    suites = Element("testsuites", name="keras-shapes")
    for file in report.files:
        _suite(suites, file)
    indent(suites)
    yield '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(suites: Element, file: FileReport) -> None:
    count = len(file.found)
    errors = int(bool(file.unreadable or file.internal))
    numbers = {"tests": str(max(count, 1)), "failures": str(count), "errors": str(errors)}
    suite = SubElement(suites, "testsuite", {"name": _clean(file.path), **numbers})
    if errors:
        case = SubElement(suite, "testcase", name="keras-shapes", classname=_clean(file.path))
        SubElement(case, "error", message=_clean(file.unreadable or "internal error")).text = _clean(file.internal)
    for found in file.found:
        _failure(suite, file.path, found)
    if not file.found and not errors:
        SubElement(suite, "testcase", name="keras-shapes", classname=_clean(file.path))


def _failure(suite: Element, path: str, found: Found) -> None:
    attributes = {"name": found.code, "classname": _clean(path)}
    if found.span.cell is None:
        attributes |= {"line": str(found.span.line + 1), "column": str(found.span.character + 1)}
    case = SubElement(suite, "testcase", attributes)
    lines = [shown_at(path, found.span), *(f"help: {repair.title}" for repair in found.repairs)]
    failure = SubElement(case, "failure", type=found.severity, message=_clean(found.message))
    failure.text = _clean("\n".join(lines))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
