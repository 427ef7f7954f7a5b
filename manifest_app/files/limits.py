"""Limits a process puts on itself or on its child, by the means of the platform.

POSIX: setrlimit in the child before it opens anything. Windows: a job object the parent puts the child into
(JOBOBJECT_EXTENDED_LIMIT_INFORMATION); that part is written to the documentation and was not run on Windows.
"""

import subprocess
import sys


def limit_self(memory_bytes: int, cpu_seconds: int) -> None:
    """Limit this process: address space, processor time, no core file, no file written. Does nothing on Windows."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - exists on POSIX only

    for kind, value in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (allowed, allowed))


def limit_child(process: subprocess.Popen[bytes], memory_bytes: int) -> object:
    """Put a child into a job object that ends with us, on Windows; keep the handle as long as the child lives."""
    if sys.platform == "win32":
        return _job_for(process, memory_bytes)
    return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MEMORY, _DIE_ON_ERROR, _KILL_ON_CLOSE = 0x100, 0x400, 0x2000
    _EXTENDED_LIMITS = 9

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_set", ctypes.c_size_t),
            ("maximum_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("basic", _Basic),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process", ctypes.c_size_t),
            ("peak_job", ctypes.c_size_t),
        )

    def _job_for(process: subprocess.Popen[bytes], memory_bytes: int) -> object:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Extended()
        limits.basic.flags = _MEMORY | _DIE_ON_ERROR | _KILL_ON_CLOSE
        limits.process_memory = memory_bytes
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(int(process._handle)))  # noqa: SLF001 - no public way
        return job
