"""Charts and tables on other sites, and what a disclosure's page offers to take along."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

ONE = "urumqi-government-office-2024"

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 680, "height": 500}, accept_downloads=True)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("dialog", lambda dialog: page.faults.append(dialog.message))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => { window.broken = e.violatedDirective; });"
    )
    yield page
    assert page.faults == [] and page.evaluate("window.broken") is None
    context.close()


def test_a_chart_is_shown_with_title_unit_and_source(page, address: str) -> None:
    page.goto(f"{address}embed/?d={ONE}&chart=three-public")
    page.locator(".source").wait_for()
    assert page.locator("h1").inner_text().startswith("“三公”经费")
    assert "万元" in page.locator("h1 small").inner_text()
    assert page.locator("figure svg").count() == 1 and page.locator("table").count() == 0
    source = page.locator(".source a")
    assert source.get_attribute("href") == f"{address}d/{ONE}/#chart-three-public"
    for link in page.locator("main a").all():
        assert link.get_attribute("target") == "_blank" and link.get_attribute("rel") == "noopener"
        assert link.get_attribute("href").startswith(f"{address}d/{ONE}/")


def test_a_table_is_shown_as_on_the_page_of_its_disclosure(page, address: str) -> None:
    page.goto(f"{address}embed/?d={ONE}&table=three-public")
    page.locator(".source").wait_for()
    text = page.locator("table").inner_text()
    assert "102.36" in text and page.locator("svg.chart").count() == 0
    assert page.locator("[id^=f0], button, .files").count() == 0


def test_a_wide_table_is_stacked_in_a_narrow_frame(page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    page.goto(f"{address}embed/?d={ONE}&table=three-public")
    page.locator("table.stacked").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("td[data-label='比上年增减']").first.is_visible()


def test_without_a_question_one_is_chosen_and_its_code_shows_the_same(page, address: str) -> None:
    page.goto(f"{address}embed/")
    page.locator(".preview .source").wait_for()
    whose, what = page.locator(".choosing select").all()
    whose.select_option("urumqi-human-resources-2023")
    page.locator(".preview .of", has_text="乌鲁木齐市人力资源和社会保障局 2023").wait_for()
    what.select_option("table=three-public")
    page.locator(".preview table").wait_for()
    assert "77.78" in page.locator(".preview").inner_text() and page.locator("h1").count() == 1
    code = page.locator(".choosing pre").inner_text()
    found = re.search(r'src="([^"]*)" title="“三公”经费"', code.replace("&quot;", '"'))
    assert found, code
    page.goto(found[1].replace("&amp;", "&"))
    page.locator(".source").wait_for()
    assert page.locator("h1").inner_text().startswith("“三公”经费")
    assert "77.78" in page.locator("table").inner_text()


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (f"d={ONE}&chart=no-such", "没有名为“no-such”的图"),
        (f"d={ONE}&table=top", "没有名为“top”的表"),
        ("d=made-up-2024&chart=flow", "没有取到编号为“made-up-2024”的决算"),
        ("chart=flow", "没有写明是哪一份决算"),
        ("topic=cars", "不认得其中的“topic=cars”"),
        (f"d={ONE}", "没有写明是哪一张图"),
        ("d=../../x-2024&chart=flow", "没有写明是哪一份决算"),
        (f"d={quote(HOSTILE)}&chart=flow", "没有写明是哪一份决算"),
        (f"d={ONE}&chart={quote(HOSTILE)}", "只有小写字母、数字和连字符"),
        (f"d={ONE}&table=three_public", "只有小写字母、数字和连字符"),
    ],
)
def test_a_wrong_address_is_told_as_text(page, address: str, query: str, told: str) -> None:
    page.goto(f"{address}embed/?{query}")
    page.get_by_text(told).wait_for()
    assert page.locator("img, iframe, main script").count() == 0
    assert page.locator("h1").count() == 1


def downloaded(page, name: str) -> tuple[str, str]:
    if not page.get_by_role("button", name=name, exact=True).is_visible():
        page.get_by_role("button", name="展开全部表格").click()
    with page.expect_download() as caught:
        page.get_by_role("button", name=name, exact=True).click()
    return caught.value.suggested_filename, caught.value.path().read_text(encoding="utf-8")


def test_a_code_has_a_column_of_its_own(page, address: str) -> None:
    page.goto(f"{address}d/{ONE}/")
    _, text = downloaded(page, "CSV：支出功能分类（一般公共预算）")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert head[:2] == ["项目", "编码"] and len(rows) > 5
    assert {len(row) for row in rows} == {len(head)}
    codes = {row[1] for row in rows}
    assert (
        all(re.fullmatch(r"\d{3}(\d\d){0,2}|无编码|", one) for one in codes) and "2010301" in codes
    )
    assert not any(re.search(r"\d{5}", row[0]) for row in rows)


def test_the_page_gives_numbers_picture_and_code(page, address: str) -> None:
    page.goto(f"{address}d/{ONE}/")
    label = page.locator("#chart-budget figcaption").evaluate("one => one.firstChild.data.trim()")
    file, text = downloaded(page, f"CSV：图 {label}")
    assert file == f"{ONE}-budget.csv"
    assert text.startswith("\ufeff"), "spreadsheets know UTF-8 by it"
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert head[0] == "项目" and {len(row) for row in rows} == {len(head)}
    assert "3865.46" in {cell for row in rows for cell in row}
    assert page.locator("#chart-three-public .tables a").get_attribute("href") == "#three-public"
    file, text = downloaded(page, "SVG：图 “三公”经费")
    picture = ElementTree.fromstring(text)
    assert file.endswith(".svg") and picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert ONE in "".join(picture.itertext()) and "var(--" not in text and "<a " not in text
    page.locator("#chart-three-public").get_by_role("button", name="嵌入").click()
    code = page.locator("#chart-three-public pre.code code").inner_text()
    assert f'src="{address}embed/?d={ONE}&amp;chart=three-public"' in code and 'height="' in code


def test_a_table_of_the_page_is_saved_as_it_is_read(page, address: str) -> None:
    page.goto(f"{address}d/{ONE}/")
    file, text = downloaded(page, "CSV：“三公”经费")
    assert file == f"{ONE}-three-public.csv" and "102.36" in text
    assert all(len(row) > 2 for row in csv.reader(io.StringIO(text)))


def test_no_cell_that_is_saved_is_a_formula(page, address: str) -> None:
    page.goto(f"{address}d/{ONE}/")
    cells = ["-A1+1", "=1+1", "+1", "@a", "−B2", "＝1+1", "-12.80", "−1,234.5", "-", "--", "甲-1"]
    page.evaluate(
        """cells => {
          var table = document.querySelector("#chart-budget table"), row = table.rows[1];
          cells.forEach(cell => {
            var made = table.tBodies[0].appendChild(row.cloneNode(true));
            made.cells[0].textContent = cell;
          });
        }""",
        cells,
    )
    _, text = downloaded(page, "CSV：图 从预算到决算")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row[0] for row in rows[-len(cells) :]] == [
        *("'-A1+1", "'=1+1", "'+1", "'@a", "'−B2", "'＝1+1"),
        *("-12.80", "-1234.5", "-", "--", "甲-1"),
    ]


def test_the_code_shows_the_chart_in_a_frame_of_another_site(page, address: str) -> None:
    page.goto(f"{address}d/{ONE}/")
    page.locator("#chart-flow").get_by_role("button", name="嵌入").click()
    code = page.locator("#chart-flow pre.code code").inner_text()
    other = f"<!doctype html><meta charset=utf-8><p>别处</p>{code}"
    page.route("**/other.html", lambda to: to.fulfill(body=other, content_type="text/html"))
    page.goto(f"{address}other.html")
    frame = page.frame_locator("iframe")
    frame.locator(".source").wait_for()
    assert frame.locator("figure svg").count() == 1
    for width in (360, 500, 700, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(200)
        height = page.locator("iframe").evaluate("element => element.offsetHeight")
        needed = frame.locator("html").evaluate("element => element.scrollHeight")
        foot = frame.locator(".source").evaluate(
            "element => element.getBoundingClientRect().bottom"
        )
        assert needed <= height and height - 60 <= foot <= height, (width, height, foot)


@pytest.mark.parametrize(
    "asked", ["chart=flow", "table=three-public", "table=functions-general-public-budget"]
)
@pytest.mark.parametrize("size", [(360, 300), (700, 420), (1000, 1200)])
def test_the_source_is_seen_in_a_frame_of_any_size(
    page, address: str, asked: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}embed/?d={ONE}&{asked}")
    page.locator(".source").wait_for()
    foot = page.locator(".source").evaluate("element => element.getBoundingClientRect().bottom")
    assert foot <= size[1], "the source is cut"
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "two scroll bars"


@pytest.fixture
def copying(browser):
    """A page that may use the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_the_code_of_a_chart_is_copied(copying, address: str) -> None:
    copying.goto(f"{address}d/{ONE}/")
    copying.locator("#chart-flow").get_by_role("button", name="嵌入").click()
    copying.locator("#chart-flow pre.code").get_by_role("button", name="复制").click()
    copying.locator("#chart-flow pre.code button", has_text="已复制").wait_for()
    assert clipboard(copying) == copying.locator("#chart-flow pre.code code").inner_text()
    assert clipboard(copying).startswith(f'<iframe src="{address}embed/?d={ONE}&amp;chart=flow"')


def test_the_code_of_what_is_chosen_is_copied(copying, address: str) -> None:
    copying.goto(f"{address}embed/")
    copying.locator("iframe, figure svg, table").first.wait_for()
    copying.get_by_role("button", name="复制代码").click()
    copying.get_by_role("button", name="已复制").wait_for()
    assert clipboard(copying).startswith(f'<iframe src="{address}embed/?d=')
    assert clipboard(copying).endswith('loading="lazy"></iframe>')


def test_examples_name_the_site_at_which_they_are_read(copying, address: str) -> None:
    copying.goto(f"{address}developers/")
    texts = copying.locator("pre code").all_inner_texts()
    assert not any("example.org" in text for text in texts)
    assert f'site = "{address}"' in texts[0]
    copying.locator("pre").first.get_by_role("button", name="复制").click()
    copying.locator("pre button", has_text="已复制").wait_for()
    assert clipboard(copying).strip() == texts[0].strip()
