"""Old formats, turned into DOCX and XLSX by LibreOffice where it is installed.

LibreOffice is large and the file is hostile: it runs in a process of its own, with a profile of its
own in a folder that is thrown away, without macros, without links to elsewhere, for a limited time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
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
"""Settings of the profile: no macros, no links, a proxy behind which nothing answers.

Formulas keep the values that are stored with them.
"""

_DOCX = ("docx", "MS Word 2007 XML")
_XLSX = ("xlsx", "Calc MS Excel 2007 XML")


def program() -> str:
    """Where LibreOffice is; empty where it is not installed."""
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), "")


def as_docx(file: File, ending: str) -> bytes:
    """A document of another word processor's format as DOCX.

    Args:
        file: the document.
        ending: of the names of its format, with the dot.

    Raises:
        UnreadableSourceError: if LibreOffice is not installed, or cannot read it in time.
    """
    if not program():
        raise UnreadableSourceError(
            file.name,
            "a document of an older format, and no LibreOffice to read it with",
            "a document in DOCX, or LibreOffice installed",
            "save it as .docx with Word or WPS, or install LibreOffice "
            "(Debian: apt install libreoffice-writer)",
        )
    made = _converted(file, ending, _DOCX)
    if made is None:
        raise UnreadableSourceError(
            file.name,
            "a document that LibreOffice cannot read",
            "a whole document without a password, and LibreOffice with its Writer",
            "open it with the program that made it and save it as .docx, or install Writer "
            "(Debian: apt install libreoffice-writer)",
        )
    return made


def as_xlsx(file: File) -> File:
    """A workbook of another format as Office Open XML, under its own name.

    Raises:
        UnreadableSourceError: if LibreOffice is not installed, or cannot read it in time.
    """
    if not program():
        raise _no_workbook(
            file, "a workbook of an older format, and no LibreOffice to read it with"
        )
    made = _converted(file, file.suffix, _XLSX)
    if made is None:
        raise _no_workbook(file, "a workbook that LibreOffice cannot read")
    if len(made) > limits.BYTES:
        raise _no_workbook(file, "a workbook that is too large")
    return File(file.path, made)


def _no_workbook(file: File, found: str) -> UnreadableSourceError:
    return UnreadableSourceError(
        file.name,
        found,
        "a workbook in XLSX without a password, or LibreOffice with its Calc",
        "save it as .xlsx with the program that made it, or install LibreOffice "
        "(Debian: apt install libreoffice-calc)",
    )


def _converted(file: File, ending: str, to: tuple[str, str]) -> bytes | None:
    """A file in another format; None where LibreOffice cannot read it.

    Args:
        file: as received.
        ending: of the names of its format, with the dot.
        to: the ending of the other format, and what LibreOffice calls it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"source{ending}"
        source.write_bytes(file.data)
        _run(folder, source, ":".join(to), file.name)
        made = folder / "out" / f"source.{to[0]}"
        return made.read_bytes() if made.is_file() else None


def _run(folder: Path, source: Path, to: str, name: str) -> None:
    """Let it convert a file, for no longer than a source may take."""
    command = [
        program(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--convert-to",
        to, "--outdir", str(folder / "out"), str(source),
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
            _end(process.pid)


def _end(group: int) -> None:
    """End a process and all that it has started."""
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
