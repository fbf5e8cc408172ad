"""A PDF is published as received, cleaned, or as pictures; nothing hidden is in it, nothing active, all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake.pdf.publishing import publish
from juesuan.model import Document
from juesuan.personal import detect
from tests.conftest import ROOT

NUMBER = "13812345678"


def drawn(path: Path, spread: bool = False) -> Path:
    """A page that prints a number of a person beside others, and holds who made it."""
    canvas = Canvas(str(path))
    canvas.setAuthor("Wang Jianguo")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 700, f"before 12,345.67; Tel: {'' if spread else NUMBER}; behind 89.10")
    for at, digit in enumerate(NUMBER if spread else ""):
        canvas.drawString(72 + 8 * at, 600, digit)
    canvas.showPage()
    canvas.drawString(72, 700, "page two 4.00")
    canvas.save()
    return path


def numbers(document: Document) -> set[int]:
    return {at for one in detect(document.clean) if one.is_masked for at in one.offsets()}


def masked(text: str) -> str:
    return re.sub(NUMBER, "□" * 11, text)


def strings(data: bytes, tmp_path: Path) -> Iterator[bytes]:
    """Every decoded stream and every other object of a file."""
    (tmp_path / "again.pdf").write_bytes(data)
    with pikepdf.open(tmp_path / "again.pdf") as pdf:
        for item in pdf.objects:
            yield (
                item.read_bytes()
                if isinstance(item, pikepdf.Stream)
                else item.unparse(resolved=True)
            )


@pytest.mark.slow
@pytest.mark.parametrize("spread", [False, True])
def test_a_number_is_gone_and_the_rest_stays(tmp_path: Path, spread: bool) -> None:
    path = drawn(tmp_path / "made.pdf", spread)
    before = intake.read(path)
    copy = intake.copy(path, numbers)
    assert (copy.how, copy.removed) == ("cleaned", ())
    assert copy.document.text == masked(before.text) != before.text
    held = b"\n".join(strings(copy.data, tmp_path))
    assert NUMBER.encode() not in held and b"Jianguo" not in held and b"12,345.67" in held
    assert copy.data == intake.copy(path, numbers).data


@pytest.mark.slow
@pytest.mark.parametrize("name", ["calc", "chromium", "reportlab"])
def test_text_of_every_producer_can_be_taken_out(name: str) -> None:
    path = ROOT / "tests" / "pdfs" / f"{name}.pdf"
    before, wanted = intake.read(path), re.compile("公务接待费|本年收入合计")
    copy = intake.copy(
        path,
        lambda one: {at for match in wanted.finditer(one.clean) for at in range(*match.span())},
    )
    assert copy.how == "cleaned"
    assert copy.document.text == wanted.sub(lambda match: "□" * len(match[0]), before.text)


@pytest.mark.slow
def test_what_cannot_be_proven_is_published_as_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drawn(tmp_path / "made.pdf")
    monkeypatch.setattr(publish, "_cleaned", lambda *_: {"why": "made so"})
    copy = intake.copy(path, numbers)
    assert copy.how == "pictures" and copy.document.text == masked(intake.read(path).text)
    held = b"\n".join(strings(copy.data, tmp_path))
    assert NUMBER.encode() not in held and b"Helvetica" not in held


def active(path: Path, kind: str) -> Path:
    """A PDF that does something."""
    drawn(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        if kind == "open":
            pdf.Root.OpenAction = script
        elif kind == "names":
            pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", script]))
        elif kind == "page":
            pdf.pages[0].obj.AA = pikepdf.Dictionary(O=script)
        elif kind == "attached":
            pdf.attachments["secret.txt"] = b"attached words"
        else:
            link = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
                A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe"),
            )  # fmt: skip
            pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.save(path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "removed"),
    [
        ("open", "JavaScript"), ("names", "JavaScript"), ("page", "JavaScript"),
        ("attached", "embedded files"), ("launch", "launching a program"),
    ],
)  # fmt: skip
def test_nothing_active_is_published(tmp_path: Path, kind: str, removed: str) -> None:
    path = active(tmp_path / "made.pdf", kind)
    copy = intake.copy(path, lambda _: ())
    assert (copy.how, copy.removed) == ("cleaned", (removed,))
    assert copy.document.text == intake.read(path).text
    held = b"\n".join(strings(copy.data, tmp_path))
    for part in (b"JavaScript", b"app.alert", b"Launch", b"cmd.exe", b"attached words", b"Jianguo"):
        assert part not in held


@pytest.mark.slow
def test_what_is_harmless_is_published_as_received() -> None:
    path = ROOT / "tests" / "pdfs" / "reportlab.pdf"
    copy = intake.copy(path, numbers)
    assert (copy.how, copy.data) == ("received", path.read_bytes())


@pytest.mark.slow
def test_a_number_that_nobody_sees_is_not_published_either(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "made.pdf"))
    canvas.drawString(72, 700, "seen 12,345.67")
    text = canvas.beginText(72, 400)
    text.setTextRenderMode(3)
    text.textOut(f"Tel: {NUMBER};")
    canvas.drawText(text)
    canvas.save()
    document = intake.read(tmp_path / "made.pdf")
    assert NUMBER not in document.text
    copy = intake.copy(tmp_path / "made.pdf", numbers)
    assert copy.how == "pictures"
    assert "12,345.67" in copy.document.text
    assert not any(NUMBER.encode() in data for data in strings(copy.data, tmp_path))


@pytest.mark.parametrize(("rounds", "how"), [(3, "cleaned"), (4, "pictures")])
def test_the_last_rewriting_is_looked_at_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rounds: int, how: str
) -> None:
    """What must not be published comes to light in each new file but the last."""
    path, cleaned = drawn(tmp_path / "made.pdf"), []

    def rewritten(old: Path, fresh: Path, *_: object) -> dict[str, object]:
        fresh.parent.mkdir()
        fresh.write_bytes(old.read_bytes())
        cleaned.append(fresh)
        return {"is_clean": False, "removed": []}

    monkeypatch.setattr(publish, "_cleaned", rewritten)
    monkeypatch.setattr(publish, "_is_same", lambda *_: True)
    copy = intake.copy(path, lambda _: {0} if len(cleaned) < rounds else set())
    assert (len(cleaned), copy.how) == (3, how)
