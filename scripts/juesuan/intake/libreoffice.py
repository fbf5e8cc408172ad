"""Old formats of word processors, turned into DOCX by LibreOffice where it is installed.

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
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
"""Settings of the profile: no macros, no links, and a proxy behind which nothing answers."""


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
    office = program()
    if not office:
        raise UnreadableSourceError(
            file.name,
            "a document of an older format, and no LibreOffice to read it with",
            "a document in DOCX, or LibreOffice installed",
            "save it as .docx with Word or WPS, or install LibreOffice "
            "(Debian: apt install libreoffice-writer)",
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"source{ending}"
        source.write_bytes(file.data)
        _run(office, folder, source, file.name)
        made = folder / "out" / "source.docx"
        if not made.is_file():
            raise UnreadableSourceError(
                file.name,
                "a document that LibreOffice cannot read",
                "a whole document without a password, and LibreOffice with its Writer",
                "open it with the program that made it and save it as .docx, or install Writer "
                "(Debian: apt install libreoffice-writer)",
            )
        return made.read_bytes()


def _run(office: str, folder: Path, source: Path, name: str) -> None:
    """Let it convert a file, for no longer than a source may take."""
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--convert-to",
        "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
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
