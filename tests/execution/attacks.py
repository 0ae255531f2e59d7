"""What a program that means harm would try: each is an expression that must raise, or end its own run, in a validation.

`{outside}` is a folder that is not the program's, with the file `secret`; `{home}` the user's home folder.
"""

from __future__ import annotations

PRELUDE = """\
import ctypes
import os
import resource
import socket
import struct
import subprocess
import threading
import numpy as np
from tensorflow import keras
libc = ctypes.CDLL(None, use_errno=True)
def checked(result):
    if result == -1:
        raise OSError(ctypes.get_errno(), "refused")
    return result
def linked(target):
    os.symlink(target, "link")
    return open("link").read()
def written(count):
    for number in range(count):
        open("file%d" % number, "wb").write(b"0" * (32 << 20))
def threaded(count):
    waiting = threading.Event()
    threads = [threading.Thread(target=waiting.wait, daemon=True) for _ in range(count)]
    for each in threads:
        each.start()
model = keras.Sequential([keras.layers.Dense(2, input_shape=(3,))])
"""

# Each is refused by an exception, and the program goes on.
REFUSED = {
    "read a file outside": "open('{outside}/secret').read()",
    "list the home folder": "os.listdir('{home}')",
    "read the users": "open('/etc/passwd').read()",
    "read through a symbolic link": "linked('{outside}/secret')",
    "read by way of its own root": "open('/proc/self/root{outside}/secret').read()",
    "read by way of a folder above": "open('../' * 20 + '{outside}'[1:] + '/secret').read()",
    "read another program's text": "open('/proc/%d/cmdline' % os.getppid()).read()",
    "read the parent's environment": "open('/proc/%d/environ' % os.getppid()).read()",
    "read the parent's memory": "open('/proc/%d/mem' % os.getppid(), 'rb').read(1)",
    "list the processes": "os.listdir('/proc')",
    "see a secret variable": "os.environ['KERAS_SHAPES_TEST_SECRET']",
    "write outside": "open('{outside}/made', 'w')",
    "write beside its own folder": "open('../../../../made', 'w')",
    "delete outside": "os.unlink('{outside}/secret')",
    "rename outside": "os.rename('{outside}/secret', '{outside}/other')",
    "link outside": "os.link('{outside}/secret', 'hard')",
    "empty a file outside": "os.truncate('{outside}/secret', 0)",
    "change another file's mode": "os.chmod('{outside}/secret', 0o777)",
    "change another file's time": "os.utime('{outside}/secret', (0, 0))",
    "change the mode of the interpreter": "os.fchmod(os.open(os.__file__, os.O_RDONLY), 0o600)",
    "write into the interpreter": "open(os.__file__, 'a')",
    "open an internet socket": "socket.create_connection(('127.0.0.1', 9), 1)",
    "open a Unix socket": "socket.socket(socket.AF_UNIX)",
    "ask a name server": "socket.getaddrinfo('example.org', 80)",
    "run a program": "subprocess.run(['/bin/true'], check=True)",
    "become a program": "os.execv('/bin/true', ['true'])",
    "run a shell": "checked(os.system('true') and -1)",
    "fork": "os.fork()",
    "fork by a bomb": "[os.fork() for _ in range(100)]",
    "signal the parent": "os.kill(os.getppid(), 9)",
    "ask after the parent": "os.kill(os.getppid(), 0)",
    "signal all there are": "os.kill(-1, 9)",
    "signal its group": "os.killpg(0, 9)",
    "have a signal sent by a pipe": "__import__('fcntl').fcntl(os.pipe()[0], 8, os.getppid())",
    "trace the parent": "checked(libc.ptrace(16, os.getppid(), 0, 0))",
    "read the parent by a system call": "checked(libc.syscall(310, os.getppid(), 0, 0, 0, 0, 0))",
    "leave the session": "os.setsid()",
    "outlive the parent": "checked(libc.prctl(1, 0, 0, 0, 0))",
    "mount": "checked(libc.mount(b'none', b'.', b'tmpfs', 0, None))",
    "change the root": "os.chroot('.')",
    "raise its limits": "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))",
    "slow others down": "os.setpriority(os.PRIO_USER, 0, 19)",
    "take memory that outlives it": "checked(libc.shmget(0, 1 << 20, 0o1600))",
    "take memory that no limit counts": "os.memfd_create('memory')",
    "write one huge file": "open('big', 'wb').write(b'0' * (80 << 20))",
    "allocate hugely": "bytearray(1 << 40)",
    "start threads without end": "threaded(100_000)",
    "open files without end": "[open(os.devnull) for _ in range(10_000)]",
    "type into the terminal": "open('/dev/tty', 'w')",
    "read the disk": "open('/dev/vda', 'rb')",
}

# Each may end its own run, and nothing else.
DEADLY = {
    "fill the disk with many files": "written(1000)",
    "end its process": "os._exit(0)",
    "kill itself": "os.kill(os.getpid(), 9)",
    "close every pipe": "os.closerange(0, 1000)",
    "take all the time": "[0 for _ in iter(int, 1)]",
}

# Writes on every pipe that it is finished and well, as the child would; and takes for itself what stands in the pipes.
FORGED = """\
import json
import os
import numpy as np
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(2, input_shape=(3,))])
def forge():
    ran = [json.dumps(dict(event="ran", run=run, index=index, seen={}, seconds=0, number=10**6))
           for run in range(20) for index in range(9)]
    end = [json.dumps(dict(event=name, run=run, status=0, ran=list(range(9)), notes=[], number=10**6 + 1))
           for name in ("finished", "ended") for run in range(20)]
    for number in range(3, 30):
        for line in ran + end:
            try:
                os.write(number, ("\\n" + line + "\\n" + "0" * 32 + " " + line + "\\n").encode())
            except OSError:
                break
forge()
model(np.ones((2, 4)))
"""
