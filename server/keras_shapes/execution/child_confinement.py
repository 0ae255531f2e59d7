"""Confines this process: resource limits, no new privileges, Landlock and seccomp, all by ctypes.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter. What a platform lacks is
reported, never assumed: the caller shows it. A failing system call leaves the process as it was.
"""
# Paths go to system calls as they are.
# ruff: noqa: PTH112, PTH117, PTH123

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Callable
from typing import Any

_READ_ONLY = (
    "/usr", "/lib", "/lib32", "/lib64", "/bin", "/nix/store", "/etc/ld.so.cache", "/etc/localtime",
    "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/sys/vm/overcommit_memory",
    "/sys/devices/system", "/sys/fs/cgroup", "/dev/urandom", "/dev/random", "/dev/zero",
)  # fmt: skip

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_REFER, _TRUNCATE, _IOCTL = 1 << 13, 1 << 14, 1 << 15

# System calls, by machine: (audit's name of the machine, refused, allowed on this process only, clone, and those
# refused by one of their arguments: (call, which argument, values)).
_REFUSED = {
    "x86_64": (
        0xC000003E,
        # socket fork vfork execve execveat ptrace process_vm_* kcmp perf bpf userfaultfd io_uring* pidfd_* sigqueue*
        (41, 57, 58, 59, 322, 101, 310, 311, 312, 298, 321, 323, 425, 426, 427, 424, 434, 438, 129, 297)
        # mount* pivot_root chroot unshare setns modules kexec handles keys setsid setpgid reboot swap
        + (165, 166, 155, 161, 272, 308, 175, 176, 313, 246, 320, 303, 304, 248, 249, 250, 112, 109, 169, 167, 168)
        + (428, 429, 430, 431, 432, 433, 442)
        # What Landlock lets pass, of any file: *chmod* *chown* utime* *xattr* truncate
        + (90, 91, 268, 452, 92, 93, 94, 260, 132, 235, 261, 280, 188, 189, 190, 197, 198, 199, 463, 466, 76)
        # Memory that no limit counts: memfd_* shmget msgget semget mq_open. Others' priorities: setpriority sched_set*
        + (319, 447, 29, 68, 64, 240, 141, 142, 144, 314, 251, 440, 448),
        (62, 200, 234, 302),  # kill tkill tgkill prlimit64
        56,
        ((72, 1, "fcntl"), (16, 1, "ioctl"), (157, 0, "prctl")),
    ),
    "aarch64": (
        0xC00000B7,
        (198, 221, 281, 117, 270, 271, 272, 241, 280, 282, 425, 426, 427, 424, 434, 438, 138, 240)
        + (40, 39, 41, 51, 97, 268, 105, 106, 273, 104, 294, 264, 265, 217, 218, 219, 157, 154, 142, 224, 225)
        + (428, 429, 430, 431, 432, 433, 442)
        + (52, 53, 452, 55, 54, 88, 5, 6, 7, 14, 15, 16, 463, 466, 45)
        + (279, 447, 194, 186, 190, 180, 140, 118, 119, 274, 30, 440, 448),
        (129, 130, 131, 261),
        220,
        ((25, 1, "fcntl"), (29, 1, "ioctl"), (167, 0, "prctl")),
    ),
}
_ARGUMENTS = {
    "fcntl": (8, 15),  # F_SETOWN*: a signal to whom one names
    "ioctl": (0x8901, 0x8902, 0x5412),  # the same, and typing into a terminal
    "prctl": (1,),  # living on without the parent
}
_CLONE3 = 435
_CLONE_THREAD = 0x10000
_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000
_EPERM, _ENOSYS = 1, 38


def confine(scratch: str, limits: dict[str, int], modules: list[str]) -> dict[str, Any]:
    """Confine this process for good; `scratch` stays writable, `modules` readable.

    `limits`: "cpu" seconds, "memory" and "file" bytes. Returns what was had: {"limits": bool, "landlock": ABI or 0,
    "namespaces": bool, "capabilities": bool, "seccomp": bool, "missing": [why, …]}.
    """
    report: dict[str, Any] = {"limits": False, "landlock": 0, "capabilities": False, "seccomp": False, "missing": []}
    # A second wall where it is to be had: many systems do not allow it, and sockets are refused as it is.
    report["namespaces"] = leave_network()
    steps: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("limits", lambda: limit_resources(limits)),
        ("landlock", lambda: restrict_files(scratch, modules)),
        ("capabilities", drop_capabilities),
        ("seccomp", filter_system_calls),
    )
    for name, step in steps:
        try:
            report[name] = step()
        except (OSError, ValueError, ImportError, AttributeError) as error:
            report["missing"].append(f"{name}: {error}")
    return report


def leave_network() -> bool:
    """Go into namespaces with no network and no shared memory of others; False where the system does not allow it."""
    user, group = os.getuid(), os.getgid()
    try:
        _checked(_libc().unshare(_NEW_USER | _NEW_NETWORK | _NEW_IPC), "unshare")
        for file, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{file}", "w") as settings:
                settings.write(text)
    except (OSError, AttributeError):
        return False
    return True


def drop_capabilities() -> bool:
    """What root may do, its files apart: among much else raise the limits again."""
    header, none = struct.pack("Ii", 0x20080522, 0), bytes(24)
    _checked(_libc().capset(header, none), "capset")
    return True


def limit_resources(limits: dict[str, int]) -> bool:
    """Set the resource limits; memory counts from what the process has mapped already."""
    import resource

    wanted = [
        (resource.RLIMIT_CPU, limits["cpu"]),
        (resource.RLIMIT_FSIZE, limits["file"]),
        (resource.RLIMIT_NOFILE, 512),
        (resource.RLIMIT_CORE, 0),
    ]
    if sys.platform.startswith("linux"):
        # TensorFlow maps more than a gigabyte of libraries, which is not the program's doing.
        wanted.append((resource.RLIMIT_AS, _mapped_bytes() + limits["memory"]))
    for kind, value in wanted:
        _, hard = resource.getrlimit(kind)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))
    return True


def _mapped_bytes() -> int:
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _libc() -> ctypes.CDLL:
    if not sys.platform.startswith("linux"):
        raise OSError(f"not had on {sys.platform}")
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def _forbid_new_privileges(libc: ctypes.CDLL) -> None:
    _checked(libc.prctl(38, 1, 0, 0, 0), "no_new_privs")


def restrict_files(scratch: str, modules: list[str]) -> int:
    """Landlock: read the interpreter and the system's libraries, write `scratch` only, no TCP. Returns its ABI."""
    libc = _libc()
    abi = _checked(libc.syscall(444, None, ctypes.c_size_t(0), 1), "landlock")
    rights = (1 << 13) - 1
    rights |= (_REFER if abi >= 2 else 0) | (_TRUNCATE if abi >= 3 else 0) | (_IOCTL if abi >= 5 else 0)
    network = 3 if abi >= 4 else 0
    scope = 3 if abi >= 6 else 0
    attributes = struct.pack("QQQ", rights, network, scope)[: 24 if abi >= 6 else 16 if abi >= 4 else 8]
    ruleset = _checked(libc.syscall(444, attributes, ctypes.c_size_t(len(attributes)), 0), "landlock ruleset")
    try:
        for path in _readable(modules):
            _allow(libc, ruleset, path, _EXECUTE | _READ_FILE | _READ_DIR)
        for path in (scratch, "/dev/null"):
            _allow(libc, ruleset, path, rights)
        _forbid_new_privileges(libc)
        _checked(libc.syscall(446, ruleset, 0), "landlock restrict")
    finally:
        os.close(ruleset)
    return abi


def _readable(modules: list[str]) -> list[str]:
    installed = [path for path in sys.path if path and os.path.isabs(path)]
    prefixes = [sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix]
    settings = [os.environ["KERAS_HOME"]] if "KERAS_HOME" in os.environ else []
    return [*_READ_ONLY, *prefixes, *installed, *settings, *modules]


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, access: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there needs no rule
    try:
        if not os.path.isdir(path):
            access &= _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL
        _checked(libc.syscall(445, ruleset, 1, struct.pack("=Qi", access, handle), 0), f"landlock rule {path}")
    finally:
        os.close(handle)


def filter_system_calls() -> bool:
    """Seccomp: no sockets, programs, processes, tracing or mounts; signals to this process only."""
    libc = _libc()
    machine = platform.machine()
    if machine not in _REFUSED or sys.maxsize < 1 << 32:
        raise OSError(f"no table of system calls for {machine}")
    program = _filter(machine, os.getpid())
    buffer = ctypes.create_string_buffer(program, len(program))
    description = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(buffer))
    _forbid_new_privileges(libc)
    _checked(libc.prctl(22, 2, description, 0, 0), "seccomp")
    return True


def _filter(machine: str, process: int) -> bytes:
    architecture, refused, own_only, clone, by_argument = _REFUSED[machine]
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    number, machine_at, argument = 0, 4, 16
    allow, deny, absent = 0x7FFF0000, 0x50000 | _EPERM, 0x50000 | _ENOSYS

    def step(code: int, value: int, true: int = 0, false: int = 0) -> bytes:
        return struct.pack("HBBI", code, true, false, value)

    program = step(load, machine_at) + step(equal, architecture, 1, 0) + step(give, deny)
    program += step(load, number)
    program += step(at_least, 0x40000000, 0, 1) + step(give, deny)  # the x32 interface has numbers of its own
    for call in refused:
        program += step(equal, call, 0, 1) + step(give, deny)
    # glibc falls back to clone, whose flags a filter can see.
    program += step(equal, _CLONE3, 0, 1) + step(give, absent)
    program += step(equal, clone, 0, 4) + step(load, argument)
    program += step(any_bit, _CLONE_THREAD, 1, 0) + step(give, deny) + step(give, allow)
    for call in own_only:
        program += step(equal, call, 0, 5) + step(load, argument)
        program += step(equal, process, 2, 0) + step(equal, 0, 1 if call in (302, 261) else 0, 0)
        program += step(give, deny) + step(give, allow)
    for call, position, name in by_argument:
        values = _ARGUMENTS[name]
        program += step(equal, call, 0, 2 * len(values) + 2) + step(load, argument + 8 * position)
        for value in values:
            program += step(equal, value, 0, 1) + step(give, deny)
        program += step(give, allow)
    return program + step(give, allow)
