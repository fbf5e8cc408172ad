"""Workbooks of older and other programs, turned into Office Open XML by LibreOffice.

The file is hostile: LibreOffice runs in a process of its own, with a profile that is thrown away
and in which macros, links and other hosts are switched off, for a limited time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File

_PROGRAMS = ("soffice", "libreoffice")
_PATH = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="{_PATH}">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
"""No macros, no links, stored values of formulas, and a proxy behind which nothing answers."""


def program() -> str:
    """Where LibreOffice is; empty where it is not installed."""
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), "")


def as_xlsx(file: File) -> File:
    """A workbook of another format as Office Open XML, under its own name.

    Raises:
        UnreadableSourceError: if LibreOffice is not installed, or cannot read it in time.
    """
    office = program()
    if not office:
        raise _refused(file, "a workbook of an older format, and no LibreOffice to read it with")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"source{file.suffix}"
        source.write_bytes(file.data)
        _run(office, folder, source, file.name)
        made = folder / "out" / "source.xlsx"
        if not made.is_file():
            raise _refused(file, "a workbook that LibreOffice cannot read")
        if made.stat().st_size > limits.BYTES:
            raise _refused(file, "a workbook that is too large")
        return File(file.path, made.read_bytes())


def _refused(file: File, found: str) -> UnreadableSourceError:
    return UnreadableSourceError(
        file.name,
        found,
        "a workbook in XLSX without a password, or LibreOffice with its Calc",
        "save it as .xlsx with the program that made it, or install LibreOffice "
        "(Debian: apt install libreoffice-calc)",
    )


def _run(office: str, folder: Path, source: Path, name: str) -> None:
    """Let it convert a file, for no longer than a source may take."""
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    # Found by its name on the path; the file's name is one argument and no shell reads it.
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout=limits.seconds())
        except subprocess.TimeoutExpired as error:
            raise UnreadableSourceError(name, *limits.too_long()) from error
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
