"""Runs slices of a program in the user's own interpreter and reports on a private pipe.

Stands alone with its neighbours `child_*.py` (standard library, Python 3.8+):
nothing else of keras_shapes is importable here. Jobs come as JSON lines on standard input, events go as JSON lines
to what standard output was at the start; the program itself gets a null device for both. Where the system can fork,
this process imports Keras once, executes nothing, and forks for each run (a *zygote*).
"""
# Paths here are strings for system calls and environment variables.
# ruff: noqa: PTH100, PTH103, PTH109, PTH118, PTH119, PTH120, PTH123, PTH208

from __future__ import annotations

import ast
import builtins
import contextlib
import gc
import importlib
import importlib.util
import linecache
import os
import random
import shutil
import signal
import sys
import threading
import time
import types
from collections.abc import Iterator
from typing import Any

_HERE = os.path.dirname(os.path.abspath(__file__))
# Beyond this a fork could inherit a lock that another thread holds. After its imports alone a Python with TensorFlow
# 2.12 to 2.21 or with jax has one thread; after its first operation it has more, and forks of it hang.
_FORKABLE_THREADS = 2
_FEW, _SECONDS_OF_FEW = 8, 4.0


def _neighbour(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, os.path.join(_HERE, name + ".py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Run:
    """One slice, statement by statement; a failing statement is reported and those that need it are skipped."""

    def __init__(self, channel: Any, job: dict[str, Any], own: Neighbours) -> None:
        self.channel, self.job, self.own, self.data = channel, job, own, own.data
        self.path: str = job["path"]
        self.index = 0
        self.lost: dict[str, list[Any]] = {}  # names without their true value: [kind, line]
        self.ran: set[int] = set()
        self.unfitted = False
        self.module = types.ModuleType("__main__")
        self.namespace: dict[str, Any] = self.module.__dict__
        # Made-up files are found beside it, too.
        self.namespace["__file__"] = os.path.join(os.getcwd(), os.path.basename(self.path))
        # A notebook has these without an import; libraries must not find them, and take the run for a notebook.
        self.namespace.update(display=own.plots.Plot(), get_ipython=own.plots.Plot())
        # The user's other modules are rewritten as well, and have namespaces of their own.
        vars(builtins).update(
            __keras_shapes_ran__=self.ran.add,
            __keras_shapes_caught__=self.caught,
            __keras_shapes_bounded__=self.bounded,
            __keras_shapes_again__=self.again,
            __keras_shapes_made_up__=self.data.made_up,
        )
        self._told: list[BaseException] = []
        self._rounds: dict[int, float] = {}

    def send(self, event: str, **facts: Any) -> None:
        self.channel.send(event=event, run=self.job["run"], index=self.index, **facts)

    def execute(self) -> None:
        sys.modules["__main__"] = self.module
        sys.argv = [self.path]
        # The same program, the same verdict.
        random.seed(0)
        if "numpy" in sys.modules:
            sys.modules["numpy"].random.seed(0)
        # Keras and AutoGraph ask for the source of the user's functions.
        linecache.cache[self.path] = (len(self.job["text"]), None, self.job["text"].splitlines(True), self.path)
        for index, statement in enumerate(self.job["statements"]):
            self.index = index
            blocked = [self.lost[name] for name in statement["needs"] if name in self.lost]
            if blocked:
                self.unfitted |= bool(statement["fits"])
                self.lost.update(dict.fromkeys(statement["changes"], blocked[0]))
                self.make_up(statement, blocked[0])
            else:
                self.attempt(statement)
        self.send("finished", ran=sorted(self.ran), notes=self.data.notes, memory=own_memory(), models=self.models())

    def models(self) -> list[list[Any]]:
        """[name or "", shapes in, shapes out] of each model that was fed."""
        names = {id(value): name for name, value in self.namespace.items()}
        return [[names.get(number, ""), *shapes] for number, (_, *shapes) in self.own.keras.fed.items()]

    def attempt(self, statement: dict[str, Any]) -> None:
        self.send("begin", line=statement["line"])
        start = time.perf_counter()
        try:
            self.interpret(statement)
        except SystemExit:
            self.send("exit")
        except BaseException as error:
            kind = self.kind_of(error)
            self.report(error, kind, caught=False)
            self.lost.update({name: [kind, statement["line"]] for name in self.half_done(statement, kind)})
            self.make_up(statement, [kind, statement["line"]])
            return
        self.own.files.guard_opencv()
        for name in statement["binds"]:
            self.lost.pop(name, None)
        seen = {name: self.own.errors.shape_of(self.namespace.get(name)) for name in statement["binds"]}
        self.send("ran", seconds=time.perf_counter() - start, seen={k: v for k, v in seen.items() if v})

    def half_done(self, statement: dict[str, Any], kind: str) -> list[str]:
        """The names that are not what they should be when the statement has raised."""
        self.unfitted |= bool(statement["fits"])
        if kind != "error":
            return list(statement["changes"])
        # A call that does not take its arguments leaves most objects what they were.
        names = [name for name in statement["changes"] if self.own.errors.is_put_together(self.namespace.get(name))]
        return [*statement["binds"], *names]

    def interpret(self, statement: dict[str, Any]) -> None:
        tree = ast.parse(statement["source"])
        ast.increment_lineno(tree, statement["line"] - 1 - statement["headed"])
        code = compile(tree, self.path, "exec", dont_inherit=True)
        supplied = True
        while supplied:
            supplied = False
            try:
                exec(code, self.namespace)
            except NameError as error:
                # A forgotten import is told, and what comes after it judged all the same.
                name = self.own.errors.missing_name(error)
                if name in self.job["names"] or not self.own.names.supply(name, self.namespace, self.data.note):
                    raise
                self.report(error, "error", caught=False)
                supplied = True

    def make_up(self, statement: dict[str, Any], reason: list[Any]) -> None:
        """Give the names the statement would have bound their inferred values, else count them as lost."""
        made = []
        for name in statement["binds"]:
            expression = statement["made_up"].get(name)
            try:
                if expression is not None:
                    self.namespace[name] = eval(expression, self.namespace)
                    made.append(name)
                    self.lost.pop(name, None)
                    continue
            except Exception as error:
                self.send("note", text=f"{name} could not be made up: {error}")
            self.lost[name] = reason
        self.send("skipped", line=statement["line"], kind=reason[0], because=reason[1], made_up=made)

    def report(self, error: BaseException, kind: str, caught: bool) -> None:
        if any(error is told for told in self._told):
            return
        self._told.append(error)
        # A name that the program does bind is lacking only here.
        if isinstance(error, NameError) and self.own.errors.missing_name(error) in ("", *self.job["names"]):
            kind = "slice"
        lines, library = self.own.errors.user_lines(error, self.path)
        text = self.own.errors.clean_message(str(error))
        self.send(
            "error",
            kind=kind,
            caught=caught,
            lines=lines,
            library=library,
            type=type(error).__name__,
            message=text,
            ran=sorted(self.ran),
        )

    def caught(self, matched: Any = BaseException) -> Any:
        """Stands round what an `except` names, so that what the program hides is told."""
        error = sys.exc_info()[1]
        if error is not None:
            self.report(error, self.kind_of(error), caught=True)
        return matched

    def kind_of(self, error: BaseException) -> str:
        """What the error says of the program; a library that could not be imported says nothing of it."""
        kind: str = self.own.errors.kind_of(error)
        if self.unfitted and type(error).__name__ == "NotFittedError":
            return "slice"  # what was to be fitted could not be
        return "environment" if told(error) in self.job["missing"].values() else kind

    def bounded(self, iterable: Any, seconds: float) -> Iterator[Any]:
        """A loop over epochs or batches: its first round, and more only while `seconds` last.

        A few things that were listed are no epochs: other labels, other models.
        """
        if isinstance(iterable, (list, tuple, dict)) and len(iterable) <= _FEW:
            seconds = max(seconds, _SECONDS_OF_FEW)
        start = time.monotonic()
        for value in iterable:
            yield value
            if time.monotonic() - start >= seconds:
                return

    def again(self, loop: int, test: Any) -> Any:
        """A `while` that trains: one round."""
        if loop in self._rounds:
            del self._rounds[loop]
            return False
        if test:
            self._rounds[loop] = time.monotonic()
        return test


def versions() -> dict[str, str]:
    found = {"python": "{}.{}.{}".format(*sys.version_info[:3])}
    for name in ("keras", "tensorflow", "tf_keras", "jax", "torch", "numpy"):
        module = sys.modules.get(name)
        version = getattr(module, "__version__", None)
        if isinstance(version, str):
            found[name] = version
    return found


class Neighbours:
    """The other files of the child, loaded by their paths."""

    def __init__(self) -> None:
        self.confinement, self.keras = _neighbour("child_confinement"), _neighbour("child_keras")
        self.data, self.plots = _neighbour("child_data"), _neighbour("child_plots")
        self.errors, self.files, self.names = map(_neighbour, ("child_errors", "child_files", "child_names"))
        self.installed = False

    def install(self) -> None:
        self.installed = True
        self.plots.install()
        self.data.install()
        self.files.install(self.plots.asked_by_library)
        self.keras.install(self.data.keras_modules(), self.data.note)


def warm(imports: list[str]) -> dict[str, Any]:
    """Import the heavy libraries; what is missing is told by name."""
    missing: dict[str, str] = {}
    for name in imports:
        try:
            module = importlib.import_module(name)
            # TensorFlow imports its Keras when it is first asked for.
            getattr(getattr(module, "keras", None), "Model", None)
        except BaseException as error:
            missing[name] = told(error)
    return missing


def told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:400]


def threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return threading.active_count()


def own_memory() -> int:
    """Bytes that this process shares with no other; 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError, IndexError), open("/proc/self/smaps_rollup", "rb") as file:
        return sum(int(line.split()[1]) << 10 for line in file if line.startswith(b"Private_"))
    return 0


def can_fork() -> bool:
    # macOS libraries do not survive a fork without exec.
    return sys.platform.startswith("linux") and threads() <= _FORKABLE_THREADS


def enter(job: dict[str, Any], confinement: Any) -> dict[str, Any]:
    """Go into the run's own folder and shut the door."""
    folder = job["folder"]
    os.makedirs(job["here"], exist_ok=True)
    os.chdir(job["here"])
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder, HOME=folder)
    tempfile = sys.modules.get("tempfile")
    if tempfile is not None:
        tempfile.tempdir = folder  # type: ignore[attr-defined]
    sys.path[:] = [path for path in sys.path if path not in ("", _HERE)]
    sys.path[:0] = job["modules"]
    report: dict[str, Any] = confinement.confine(folder, job["limits"], job["modules"])
    return report


def run(channel: Any, job: dict[str, Any], own: Neighbours) -> None:
    channel.seal(job.pop("key"))
    report = enter(job, own.confinement)
    if report["missing"] and not job["unconfined"]:
        channel.send(event="unconfined", run=job["run"], confinement=report, versions=versions())
        return
    fresh = [name for name in job["imports"] if name not in sys.modules]
    job["missing"] = missing = warm(job["imports"])
    if fresh or not own.installed:
        own.install()
    own.data.classes, own.data.few_samples = job["classes"], job["few_samples"]
    channel.send(event="started", run=job["run"], confinement=report, versions=versions(), missing=missing)
    Run(channel, job, own).execute()


def run_forked(channel: Any, job: dict[str, Any], own: Neighbours) -> None:
    """Run in a fork, which ends at once when the other side says anything or goes away."""
    import select

    alive, held = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(alive)
            channel.leave()
            die_with_parent()
            run(channel, job, own)
        except BaseException as error:
            channel.send(event="broken", run=job["run"], message=told(error))
        finally:
            os._exit(0)
    os.close(held)
    ready, _, _ = select.select([alive, channel.incoming], [], [])
    if alive not in ready:
        os.kill(process, signal.SIGKILL)
    os.close(alive)
    _, status = os.waitpid(process, 0)
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    channel.send(event="ended", run=job["run"], status=code)


def die_with_parent() -> None:
    with contextlib.suppress(Exception):
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)


def main() -> None:
    channel = _neighbour("child_channel").Channel()
    # An exception of our own is told by the other side, which finds it in that folder.
    with contextlib.suppress(BrokenPipeError):
        serve(channel)
    _clear_up()


def serve(channel: Any) -> None:
    """Do jobs until the other side is gone."""
    own = Neighbours()
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != _HERE]
    forks = False
    job = channel.receive()
    while job is not None:
        if job["do"] == "warm":
            channel.seal(job.pop("key"))
            missing: dict[str, str] = {}
            if sys.platform.startswith("linux") and job["zygote"]:
                missing = warm(job["imports"])
                own.install()
                gc.collect()
                gc.freeze()  # forks then copy fewer pages
                forks = can_fork()
            facts = {"forks": forks, "threads": threads(), "memory": own_memory()}
            channel.send(event="ready", **facts, missing=missing, versions=versions())
        elif job["do"] == "stop":
            pass  # its coming alone has ended the run, if there still was one
        elif forks:
            run_forked(channel, job, own)
        else:
            threading.Thread(target=_leave_with_parent, args=(channel,), daemon=True).start()
            run(channel, job, own)
            os._exit(0)
        job = channel.receive()


def _clear_up() -> None:
    """The other side is gone without having ended us: nobody else will remove its temporary folder."""
    folder = os.getcwd()
    if os.path.basename(folder).startswith("keras-shapes-"):
        os.chdir(os.path.dirname(folder))
        shutil.rmtree(folder, ignore_errors=True)


def _leave_with_parent(channel: Any) -> None:
    while os.read(channel.incoming, 1 << 16):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
