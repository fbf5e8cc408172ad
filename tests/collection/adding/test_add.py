"""Adding a file: one command, or nothing is written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from juesuan import collection, package
from juesuan.collection import ByHand, Entry
from juesuan.errors import (
    ConflictingSourceError,
    JuesuanError,
    NotADisclosureError,
    SourceError,
    TermsError,
)
from juesuan.intake.file import File
from juesuan.intake.readers.text import TextReader
from juesuan.model import Document
from tests.collection.folder import added, bytes_of
from tests.made import ACCOUNTS, PROJECT, TAIL, disclosure, of_year
from tests.made_pdf import NAME, Made
from tests.made_shapes import SHAPES, draw


@pytest.mark.slow
def test_a_new_disclosure_is_one_command(tmp_path: Path) -> None:
    chosen = added(tmp_path, disclosure(), "收到的文件.txt")
    assert chosen == "moumoushishiliju-2024"
    folder = tmp_path / "repo" / "datapackages" / chosen
    about = package.load(folder).disclosure
    assert (about["department"], about["scope"], about["fiscal_year"]) == (
        "某某市示例局",
        "部门",
        "2024",
    )
    assert (folder / "source" / "收到的文件.txt").read_text(encoding="utf-8") == disclosure()
    assert package.validate(folder) == []


@pytest.mark.slow
@pytest.mark.parametrize("known", [True, False])
def test_notes_are_begun_for_an_editor(tmp_path: Path, known: bool) -> None:
    """They say where their schema is, if the repository has it."""
    schema = tmp_path / "repo/scripts/juesuan/terms/schemas/disclosure.json"
    if known:
        schema.parent.mkdir(parents=True)
        schema.write_text("{}")
    file = tmp_path / "made-up-2024.txt"
    file.write_text(disclosure(), encoding="utf-8")
    collection.add(tmp_path / "repo", file, on="2026-11-20")
    folder = tmp_path / "repo" / "datapackages" / "made-up-2024"
    first, *_ = (folder / "disclosure.toml").read_text(encoding="utf-8").splitlines()
    assert first.startswith("#:schema ") == known
    if known:
        assert (folder / first.removeprefix("#:schema ")).resolve() == schema.resolve()
    assert package.read_notes(folder).added == "2026-11-20"


@pytest.mark.slow
def test_the_same_content_is_refused_under_any_name(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    before = bytes_of(tmp_path / "repo")
    with pytest.raises(ConflictingSourceError, match="same content as made-up-2024"):
        added(tmp_path, disclosure(), "other-2024.txt")
    assert bytes_of(tmp_path / "repo") == before


@pytest.mark.slow
def test_a_taken_id_is_refused(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    with pytest.raises(ConflictingSourceError, match="which is in the collection as made-up-2024"):
        added(tmp_path, disclosure() + "\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("某某局2024年度部门决算公开说明\n只有封面。\n", NotADisclosureError),
        (
            disclosure().replace("2024年度部门决算公开说明", "2022年度部门决算公开说明", 1),
            ConflictingSourceError,
        ),
    ],
    ids=["cover only", "two years"],
)
def test_a_text_without_use_is_refused_and_nothing_is_written(
    tmp_path: Path, text: str, error: type[SourceError]
) -> None:
    with pytest.raises(error, match=r"made-up-2024\.txt:\d+: found .*expected .*What to do: "):
        added(tmp_path, text)
    assert not [path for path in (tmp_path / "repo").rglob("*") if path.is_file()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (disclosure(tail=""), "found no 名词解释"),
        (disclosure()[: disclosure().index("三、支出决算情况说明\n本年")], "found no 名词解释"),
        (disclosure(project=PROJECT[: len(PROJECT) // 2], tail=""), "found no 名词解释"),
        (
            disclosure(
                accounts=ACCOUNTS[: ACCOUNTS.index("五、一般公共预算财政拨款支出决算情况说明")]
            ),
            "found no figures for 一般公共预算财政拨款支出决算情况",
        ),
    ],
    ids=["cut before the end", "cut in the middle", "cut in a form", "sections missing"],
)
def test_what_a_text_lacks_is_told(tmp_path: Path, text: str, lacking: str) -> None:
    file = tmp_path / "made-up-2024.txt"
    file.write_text(text, encoding="utf-8")
    report = collection.add(tmp_path / "repo", file)
    assert report.state == "built"
    assert any(lacking in remark for remark in report.remarks)


@pytest.mark.slow
def test_a_tail_of_another_region_still_ends_a_disclosure(tmp_path: Path) -> None:
    assert added(tmp_path, disclosure(tail=TAIL.replace("专业名词解释", "名词解释")))


@pytest.mark.slow
def test_another_version_of_a_disclosure_is_refused(tmp_path: Path) -> None:
    """One department's year is published once, whatever the file or the id is called."""
    added(tmp_path, disclosure())
    before = bytes_of(tmp_path / "repo")
    with pytest.raises(ConflictingSourceError, match="in the collection as made-up-2024"):
        added(tmp_path, disclosure() + "\n", "再次.txt")
    file = tmp_path / "again.txt"
    file.write_text(disclosure() + "\n", encoding="utf-8")
    with pytest.raises(ConflictingSourceError, match="expected the id made-up-2024"):
        collection.add(tmp_path / "repo", file, "second-2024")
    assert bytes_of(tmp_path / "repo") == before


@pytest.mark.slow
def test_a_second_year_meets_the_first_whatever_its_file_is_called(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    assert added(tmp_path, of_year(2025), "another-name-2025.txt") == "made-up-2025"
    registry = (tmp_path / "repo/datapackages/departments.csv").read_text(encoding="utf-8")
    assert registry.splitlines()[1:] == ["made-up,某某市示例局,,,,,,,,,"]


@pytest.mark.slow
def test_a_department_under_its_former_name_is_the_same(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    registry = tmp_path / "repo/datapackages/departments.csv"
    line = "made-up,某某市旧名局,,2022,,,,,,,\n"
    registry.write_text(registry.read_text(encoding="utf-8") + line, encoding="utf-8")
    older = of_year(2021).replace("某某市示例局", "某某市旧名局")
    assert added(tmp_path, older, "older.txt") == "made-up-2021"


@pytest.mark.slow
def test_a_wrong_registry_is_told_before_anything_is_written(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    registry = tmp_path / "repo/datapackages/departments.csv"
    registry.write_text(
        registry.read_text(encoding="utf-8") + "made-up,另一个局,2025,2020,,,,,,,\n",
        encoding="utf-8",
    )
    before = bytes_of(tmp_path / "repo")
    with pytest.raises(TermsError, match=r"departments\.csv:3: .*to_year.*2025 or later"):
        added(tmp_path, of_year(2025), "next.txt")
    assert bytes_of(tmp_path / "repo") == before


# -- pages of a file that holds more ---------------------------------------------------------------

FILE = "两个部门.pdf"


class Other(Made):
    """The made-up disclosure of another department."""

    def html(self) -> str:
        return super().html().replace(NAME, "上海市普陀区样品管理局")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """One PDF with two disclosures, and how many pages the first one has."""
    folder = tmp_path_factory.mktemp("two")
    whole, count = pypdfium2.PdfDocument.new(), []
    for name, made in (("a", Made(41)), ("b", Other(42))):
        part = pypdfium2.PdfDocument(draw(made, SHAPES["full"], folder / f"{name}.pdf"))
        whole.import_pages(part)
        count.append(len(part))
    whole.save(folder / FILE)
    return folder / FILE, count[0]


@pytest.mark.slow
def test_two_disclosures_in_one_file_are_added_by_their_pages(
    two: tuple[Path, int], tmp_path: Path
) -> None:
    path, count = two
    with pytest.raises(ConflictingSourceError) as caught:
        collection.add(tmp_path, path)
    commands = re.findall(r"`juesuan add (\S+) --pages (\S+)`", str(caught.value))
    assert [name for name, _ in commands] == [FILE, FILE]
    assert commands[0][1] == f"1-{count}" and commands[1][1].startswith(f"{count + 1}-")
    for number, (_, pages) in enumerate(commands):
        report = collection.add(tmp_path, path, f"made-{number}-2024", "2026-11-20", pages)
        assert not report.unread and all("departments.csv" in one for one in report.remarks)
    for number, made in enumerate((Made(41), Other(42))):
        folder = tmp_path / "datapackages" / f"made-{number}-2024"
        facts = package.load(folder)
        assert facts.disclosure["department"].endswith(("示例管理局", "样品管理局")[number])
        assert (folder / "source" / FILE).read_bytes() == path.read_bytes()
        total = next(row for row in facts.rows("table1") if row["kind"] == "total")
        assert total["actual"] == str(made.total)
        assert {int(row["page"]) > count for row in facts.rows("figures")} == {number == 1}
        assert package.read_notes(folder).pages == ((1, count), (count + 1, count * 2))[number]
        assert (NAME in collection.text_of(folder)) == (number == 0)
    assert not [one.problems for one in collection.prove(tmp_path, jobs=1) if one.problems]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pages", "told"),
    [("1-999", "expected pages 1-999 among them"), ("x", "first and the last page"),
     ("9-2", "first and the last page"), ("0-3", "first and the last page")],
)  # fmt: skip
def test_pages_that_are_not_there_are_refused(
    two: tuple[Path, int], tmp_path: Path, pages: str, told: str
) -> None:
    with pytest.raises(JuesuanError, match=told):
        collection.add(tmp_path, two[0], pages=pages)
    assert not [*tmp_path.rglob("*.csv")]


@pytest.mark.slow
def test_pages_that_another_one_has_are_the_same_content(
    two: tuple[Path, int], tmp_path: Path
) -> None:
    path, count = two
    collection.add(tmp_path, path, pages=f"1-{count}")
    with pytest.raises(ConflictingSourceError, match="same content"):
        collection.add(tmp_path, path, "another-one-2024", pages=f"2-{count}")


@pytest.mark.slow
def test_a_text_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(disclosure(), encoding="utf-8")
    (tmp_path / "b.txt").write_text(disclosure(), encoding="utf-8")
    with pytest.raises(SourceError, match="part the file, and add each part by itself"):
        collection.add(tmp_path / "repo", tmp_path / "a.txt", pages="1-2")
    with pytest.raises(SourceError, match="pages 1-2 of 2 files"):
        collection.add(tmp_path / "repo", [tmp_path / "a.txt", tmp_path / "b.txt"], pages="1-2")


@pytest.mark.slow
def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whatever process: each reading leaves a line in a file."""
    log, whole = tmp_path / "log", TextReader.read
    log.touch()

    def logged(self: TextReader, file: File) -> Document:
        with log.open("a") as lines:
            lines.write(f"{file.name}\n")
        return whole(self, file)

    monkeypatch.setattr(TextReader, "read", logged)
    added(tmp_path, disclosure(), "收到 的文件.txt")
    assert log.read_text() == "收到-的文件.txt\n"


def entries_of(tmp_path: Path, texts: dict[str, str]) -> list[Entry]:
    folder = tmp_path / "many"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return collection.each([folder], tmp_path / "into")


@pytest.mark.slow
def test_many_are_added_in_one_run_and_the_second_run_does_nothing(tmp_path: Path) -> None:
    texts = {f"年{year}.txt": of_year(year) for year in (2021, 2022, 2023)}
    entries = entries_of(tmp_path, texts | {"broken.txt": "没有内容"})
    root = tmp_path / "repo"
    first = list(collection.add_all(root, entries, "2026-11-29", jobs=2))
    assert sorted(one.state for one in first) == ["built", "built", "built", "failed"]
    assert next(one for one in first if one.state == "failed").message.startswith("many/broken.txt")
    names = {f"moumoushishiliju-{year}" for year in (2021, 2022, 2023)}
    assert {one.disclosure_id for one in first if one.state == "built"} == names
    before = bytes_of(root)
    again = list(collection.add_all(root, entries, "2026-11-30", jobs=2))
    assert sorted(one.state for one in again) == ["failed", "unchanged", "unchanged", "unchanged"]
    assert bytes_of(root) == before
    shutil.rmtree(root / ".cache")
    states = [one.state for one in collection.add_all(root, entries, jobs=1)]
    assert sorted(states) == ["failed", "unchanged", "unchanged", "unchanged"]


@pytest.mark.slow
def test_one_year_twice_in_one_run_is_published_once(tmp_path: Path) -> None:
    """The first that was given counts; another encoding or format of it is told as such."""
    texts = {"a.txt": disclosure(), "b.txt": disclosure().replace("，", "，\n", 3)}
    reports = list(collection.add_all(tmp_path / "repo", entries_of(tmp_path, texts)))
    failed = next(one for one in reports if one.state == "failed")
    assert failed.disclosure_id == "many/b.txt"
    (known,) = collection.ids(tmp_path / "repo")
    assert f"it is the same text as {known}, in another encoding or format" in failed.message


@pytest.mark.slow
def test_the_same_figures_under_another_name_are_remarked(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    file = tmp_path / "other.txt"
    file.write_text(disclosure().replace("示例局", "样本局"), encoding="utf-8")
    report = collection.add(tmp_path / "repo", file)
    count = re.compile(
        r"of its (\d+) amounts with decimals \1 are the same in made-up-2024, which has \1"
    )
    assert any(count.search(remark) for remark in report.remarks)


@pytest.mark.slow
def test_what_is_said_by_hand_is_recorded_and_counts(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    file = tmp_path / "x.txt"
    file.write_text(of_year(2025).replace("示例局", "新名局"), encoding="utf-8")
    said = ByHand(department="made-up", url="https://www.example.org/x", published="2026-09-01")
    report = collection.add(tmp_path / "repo", file, on="2026-11-29", by_hand=said)
    assert report.disclosure_id == "made-up-2025"
    assert report.lacking == ("obtained (the day on which the file was obtained)",)
    folder = tmp_path / "repo/datapackages/made-up-2025"
    assert package.load(folder).disclosure["source_url"] == "https://www.example.org/x"
    registry = (tmp_path / "repo/datapackages/departments.csv").read_text(encoding="utf-8")
    assert "made-up,某某市示例局,,,,,,,,,\nmade-up,某某市新名局,,,,,,,,,\n" in registry


@pytest.mark.slow
def test_a_region_by_hand_is_published_and_kept_by_a_build(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(disclosure(), encoding="utf-8")
    said = ByHand(region_code="650100", scope="本级")
    report = collection.add(tmp_path / "repo", file, by_hand=said)
    folder = tmp_path / "repo/datapackages" / report.disclosure_id
    collection.convert(folder)
    about = package.load(folder).disclosure
    assert (about["region"], about["scope"]) == ("乌鲁木齐市", "本级")


@pytest.mark.slow
def test_a_name_with_what_nobody_sees_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "made\u202e-2024.txt"
    file.write_text(disclosure(), encoding="utf-8")
    with pytest.raises(SourceError, match="which is not seen"):
        collection.add(tmp_path / "repo", file)
