"""What one run of a slice told: the child's events, gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .session import Event

# What the system does at a limit, by exit status.
_SIGNALS = {-24: "the limit of processor time was reached", -9: "the process was killed, most likely for its memory"}


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception: the program's lines (from 1) it went through, outermost first, and its own words.

    kind: "error" (the program's own), "environment" (a file or library is not there), "memory", or "slice" (a name
    that only the cut program lacks).
    """

    statement: int
    lines: tuple[int, ...]
    kind: str
    type: str
    message: str
    caught: bool
    in_library: bool

    def __str__(self) -> str:
        return f"{self.type}: {self.message}" if self.message else self.type


@dataclass(frozen=True, slots=True)
class Skipped:
    """A statement that was not executed as it stands, since line `because` had failed for a reason of `kind`."""

    line: int
    kind: str
    because: int
    made_up: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The shape and dtype a name had after a line (from 1)."""

    line: int
    name: str
    shape: tuple[int | None, ...]
    dtype: str


@dataclass(frozen=True, slots=True)
class Fed:
    """What a model took and gave, one batch: shapes in and out; `name` is empty where no name of the program has it."""

    name: str
    inputs: tuple[tuple[int, ...], ...]
    outputs: tuple[tuple[int, ...], ...]


@dataclass(slots=True)
class Run:
    """One run, growing as events come.

    `stopped` says why it ended early, if it did; `status` is the process' exit status, a signal's number negated;
    `unconfined`: it was not begun, since it could not be confined as it should be; `memory` is what the process had of
    its own at its end, in bytes.
    """

    ran: set[int] = field(default_factory=set)
    marks: set[int] = field(default_factory=set)
    raised: list[Raised] = field(default_factory=list)
    skipped: dict[int, Skipped] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    fed: list[Fed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    confinement: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    seconds: float = 0.0
    memory: int = 0
    finished: bool = False
    stopped: str | None = None
    status: int | None = None
    started: bool = False
    unconfined: bool = False

    @property
    def ended(self) -> bool:
        """Whether the child told that the run's process is over."""
        return self.status is not None

    def take(self, event: Event) -> None:
        """Add what an event tells."""
        index = event.get("index", -1)
        match event["event"]:
            case "started" | "unconfined" as name:
                self._start(event, name == "unconfined")
            case "begin":
                self.line = event["line"]
            case "ran":
                self.ran.add(index)
                for name, (shape, dtype) in event["seen"].items():
                    self.seen.append(Seen(self.line or 0, name, tuple(shape), dtype))
            case "exit":
                self.ran.add(index)
            case "skipped":
                self.skipped[index] = Skipped(event["line"], event["kind"], event["because"], tuple(event["made_up"]))
            case "error":
                self._raise(event, index)
            case "note":
                self.notes.append(event["text"])
            case "finished":
                self._finish(event)
            case "broken":
                self.stopped = event["message"]
            case "ended":
                self._end(event["status"])

    def _start(self, event: Event, unconfined: bool) -> None:
        self.started, self.unconfined = True, unconfined
        self.confinement, self.versions = event["confinement"], event["versions"]
        if unconfined:
            missing = "; ".join(self.confinement["missing"])
            self.stopped = f"the program cannot be confined here ({missing}), which nobody has allowed"

    def _finish(self, event: Event) -> None:
        self.finished = True
        self.marks |= set(event["ran"])
        self.notes += event["notes"]
        self.memory = event["memory"]
        for name, inputs, outputs in event["models"]:
            self.fed.append(Fed(name, tuple(map(tuple, inputs)), tuple(map(tuple, outputs))))

    def _raise(self, event: Event, index: int) -> None:
        self.marks |= set(event["ran"])
        self.raised.append(
            Raised(
                index,
                tuple(event["lines"]),
                event["kind"],
                event["type"],
                event["message"],
                event["caught"],
                event["library"],
            )
        )

    def _end(self, status: int) -> None:
        self.status = status
        if self.finished or self.stopped:
            return
        where = f" at line {self.line}" if self.line else ""
        if status in _SIGNALS:
            self.stopped = f"{_SIGNALS[status]}{where}"
        elif status < 0:
            self.stopped = f"the process crashed (signal {-status}){where}"
        else:
            self.stopped = f"the program ended its process (status {status}){where}"
