"""Kinds of damage of texts: what extraction, a scan, or a careless hand does to a disclosure."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable

Damage = Callable[[str, random.Random], str]
DAMAGES: dict[str, Damage] = {}
"""Every kind of damage, by its name."""

AMOUNT = re.compile(r"\d[\d,]*\.\d\d")
FORM_TITLE = re.compile(r"(?m)^[^\n。]{0,40}绩\s*效\s*(?:目标)?自\s*评\s*表[^\n。]{0,10}$")
BIDI, NUL = "\u202e", "\0"
LOOKS = {"0": "O", "1": "l", "5": "S", "8": "B", "6": "b", "9": "g", "2": "Z"}
WRONG = {"公务": "公了", "支出": "支岀", "收入": "收人", "决算": "决箅", "预算": "预箅", "项目": "顶目", "经费": "经赀"}  # fmt: skip
"""What a scan reads instead."""


def damage(function: Damage) -> Damage:
    DAMAGES[function.__name__] = function
    return function


def replaced(
    text: str, pattern: str, to: Callable[[re.Match[str]], str], rng: random.Random
) -> str:
    """The text with one place of a pattern replaced; as it is where there is none."""
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    one = rng.choice(found)
    return text[: one.start()] + to(one) + text[one.end() :]


def lines_changed(text: str, change: Callable[[list[str], int], None], rng: random.Random) -> str:
    """The text after a change at one of its lines that are not empty."""
    lines = text.split("\n")
    change(lines, rng.choice([i for i, line in enumerate(lines) if line.strip()]))
    return "\n".join(lines)


def of_pattern(name: str, pattern: str, to: Callable[[re.Match[str], random.Random], str]) -> None:
    """A kind of damage that replaces one place of a pattern."""
    DAMAGES[name] = lambda text, rng: replaced(text, pattern, lambda m: to(m, rng), rng)


def split_at(printed: str, rng: random.Random) -> tuple[str, str]:
    at = rng.randint(1, max(1, len(printed) - 1))
    return printed[:at], printed[at:]


def one_lost(printed: str, rng: random.Random) -> str:
    """All of it but one character."""
    at = rng.randrange(len(printed))
    return printed[:at] + printed[at + 1 :]


def with_between(between: str) -> Callable[[re.Match[str], random.Random], str]:
    return lambda m, rng: between.join(split_at(m[0], rng))


NUMBER, FUND, TABBED = r"\d[\d,]*\.\d\d", r"(?<=\t)[\d,.]+(?=\t)", r"(?m)^[^\n]*\t[^\n]*$"
SENTENCE = r"[\d,]+\.\d\d\s*(?:万元|%)"

of_pattern("number_lost", NUMBER, lambda m, r: "")
of_pattern("number_and_unit_lost", SENTENCE, lambda m, r: "")
of_pattern("unit_lost", r"(?<=\d)\s*万元", lambda m, r: "")
of_pattern("unit_alone_doubled", r"万元", lambda m, r: "万元万元")
of_pattern("number_boxed", NUMBER, lambda m, r: "□" * len(m[0]))
of_pattern("digit_boxed", NUMBER, lambda m, r: "■".join((split_at(m[0], r)[0][:-1], split_at(m[0], r)[1])))  # fmt: skip
of_pattern("digit_misread", r"\d[\d,]*\.\d\d(?=\s*万元|%)", lambda m, r: "".join(LOOKS.get(c, c) for c in m[0]))  # fmt: skip
of_pattern("number_spaced", NUMBER, with_between(" "))
of_pattern("number_piece_doubled", NUMBER, lambda m, r: f"{m[0]} {m[0][-2:]}")
of_pattern("count_doubled", r"\d+(?=\s*[人辆台个])", lambda m, r: f"{m[0]} {m[0]}")
of_pattern("number_doubled", NUMBER, lambda m, r: m[0] + m[0])
of_pattern("number_over_lines", NUMBER, with_between("\n"))
of_pattern("page_number_in_number", NUMBER, lambda m, r: f"\n{r.randint(1, 99)}\n".join(split_at(m[0], r)))  # fmt: skip
of_pattern("page_line_in_number", NUMBER, lambda m, r: f"\n- {r.randint(1, 99)} -\n".join(split_at(m[0], r)))  # fmt: skip
of_pattern("page_break_in_number", NUMBER, with_between("\f"))
of_pattern("watermark_in_number", NUMBER, with_between("\n扫描全能王 创建\n"))
of_pattern("bold_in_number", NUMBER, lambda m, r: f"**{m[0]}**")
of_pattern("bold_behind_sign", r"-(?=\d)", lambda m, r: "-**")
of_pattern("bold_inside_number", NUMBER, with_between("**"))
of_pattern("wide_digits", NUMBER, lambda m, r: m[0].translate({48 + i: 0xFF10 + i for i in range(10)}))  # fmt: skip
of_pattern("some_wide_digits", NUMBER, lambda m, r: m[0].replace(m[0][0], chr(ord(m[0][0]) + 0xFEE0)))  # fmt: skip
of_pattern("arabic_digits", NUMBER, lambda m, r: m[0].translate({48 + i: 0x660 + i for i in range(10)}))  # fmt: skip
of_pattern("arabic_digit", NUMBER, lambda m, r: chr(ord(m[0][0]) - 48 + 0x660) + m[0][1:])
of_pattern("superscript", NUMBER, lambda m, r: m[0] + "²")
of_pattern("very_long_number", NUMBER, lambda m, r: "6222021234567890123" + m[0])
of_pattern(
    "account_in_reason", r"主要原因是[:：]?", lambda m, r: m[0] + "退卡号6222021234567890123，"
)
of_pattern("exponent", NUMBER, lambda m, r: "1e400")
of_pattern("not_a_number", NUMBER, lambda m, r: r.choice(["NaN", "inf", "—", "无"]))
of_pattern("points_doubled", NUMBER, lambda m, r: m[0].replace(".", ".."))
of_pattern("comma_for_point", NUMBER, lambda m, r: m[0].replace(".", ","))
of_pattern("label_misread", "|".join(WRONG), lambda m, r: WRONG[m[0]])
of_pattern("label_character_lost", r"(?:公务|财政|一般|项目|年末|年初)[\u4e00-\u9fff]{2,4}", lambda m, r: m[0][1:])  # fmt: skip
of_pattern("label_character_swapped", r"[\u4e00-\u9fff]{4}(?=\d)", lambda m, r: m[0][1] + m[0][0] + m[0][2:])  # fmt: skip
of_pattern("characters_doubled", r"[\u4e00-\u9fff]{2}", lambda m, r: m[0] * 2)
of_pattern("character_lost", r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]", lambda m, r: "")
of_pattern("form_title_lost", FORM_TITLE.pattern, lambda m, r: "")
of_pattern(
    "heading_lost", r"(?m)^\W{0,4}[一二三四五六七八九十]{1,2}、[^\n]{4,40}$", lambda m, r: ""
)
of_pattern("cell_lost", FUND, lambda m, r: "")
of_pattern("cell_dashed", FUND, lambda m, r: "—")
of_pattern("cell_with_sign", FUND, lambda m, r: m[0] + r.choice(["分", "%", "分%", "元"]))
of_pattern("cell_doubled", FUND, lambda m, r: f"{m[0]} {m[0]}")
of_pattern("cell_and_tab_lost", r"\t[\d,.]+(?=\t)", lambda m, r: "")
of_pattern("cell_printed_twice", r"\t[\d,.]+(?=\t)", lambda m, r: m[0] * 2)
of_pattern("tab_lost", r"(?<=[^\t\n])\t(?=[^\t\n])", lambda m, r: "")
of_pattern("tab_for_spaces", r"(?<=[^\t\n])\t(?=[^\t\n])", lambda m, r: "   ")
of_pattern("row_broken", r"(?<=[^\t\n]\t)(?=[^\t\n])", lambda m, r: "\n")
of_pattern("row_lost", TABBED, lambda m, r: "")
of_pattern("row_doubled", TABBED, lambda m, r: f"{m[0]}\n{m[0]}")
of_pattern("page_break_in_row", r"(?<=[^\t\n])\t(?=[^\t\n])", lambda m, r: "\n\f\n")
of_pattern("lines_merged", r"(?<=[^\n。])\n(?=[^\n])", lambda m, r: "")
of_pattern("brackets_lost", r"[（(]", lambda m, r: "")
of_pattern("bidirectional", NUMBER, with_between(BIDI))
of_pattern("nul_character", NUMBER, with_between(NUL))
of_pattern("html_entity", r"[%,，]", lambda m, r: r.choice(["&nbsp;", "&#8203;", "<br>"]) + m[0])


@damage
def line_lost(text: str, rng: random.Random) -> str:
    return lines_changed(text, lambda lines, i: lines.__setitem__(i, ""), rng)


@damage
def line_doubled(text: str, rng: random.Random) -> str:
    return lines_changed(text, lambda lines, i: lines.insert(i, lines[i]), rng)


@damage
def lines_swapped(text: str, rng: random.Random) -> str:
    return lines_changed(text, lambda lines, i: lines.insert(max(0, i - 1), lines.pop(i)), rng)


@damage
def text_cut_off(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text) // 2, len(text))]


@damage
def furniture_and_watermarks(text: str, rng: random.Random) -> str:
    marks = ("扫描全能王 创建", "第 {} 页 共 90 页", "- {} -", "由 CamScanner 扫描", "{}")
    lines = []
    for line in text.split("\n"):
        lines.append(line)
        if line.endswith("。") and rng.random() < 0.05:
            lines.append(rng.choice(marks).format(rng.randint(1, 90)))
    return "\n".join(lines)


@damage
def page_header_repeated(text: str, rng: random.Random) -> str:
    """The title stands on top of each page, whatever is broken off there."""
    header = next(line for line in text.split("\n") if line.strip()).strip("# ")
    every = rng.randrange(400, 1200)
    breaks = range(every, len(text) - every, every)
    at = [0, *(text.find(rng.choice(",，。、"), one) + 1 or one for one in breaks), len(text)]
    pages = [text[a:b] for a, b in itertools.pairwise(at) if a < b]
    return f"\n{header}\n".join(pages)


UNIT_LOOKS = {"万元": ("方元", "万无", "力元", "万 元", "万元元", "万")}
RELATIONS = (
    "增加", "减少", "增长", "下降", "完成", "支出决算", "年初预算", "主要原因是", "主要是",
    "上年", "其中",
)  # fmt: skip
HAN_LOOKS = {
    "增": "憎", "减": "咸", "少": "小", "长": "K", "降": "隆", "占": "古", "完": "宪", "比": "此",
    "主": "王", "因": "困", "年": "午", "初": "韧", "人": "入", "中": "申", "元": "无",
}  # fmt: skip
SOLID = r"(?m)^[^\n\t]{60,}$"
"""A paragraph of more than one printed line."""
PARAGRAPH = r"(?m)^[^\n\t]{30,}。$"

of_pattern("unit_misread", r"万元", lambda m, r: r.choice(UNIT_LOOKS["万元"]))
of_pattern("unit_character_lost", r"(?<=\d)万元", lambda m, r: r.choice("万元"))
of_pattern("zero_misread", r"\d[\d,]*0[\d,]*\.\d\d|\d[\d,]*\.\d?0", lambda m, r: m[0].replace("0", r.choice("OoQ〇○口"), 1))  # fmt: skip
of_pattern("one_misread", r"\d*1\d*\.\d\d|\d+\.\d?1", lambda m, r: m[0].replace("1", r.choice("Il|丨!]"), 1))  # fmt: skip
of_pattern("point_misread", NUMBER, lambda m, r: m[0].replace(".", r.choice("。．·•,、:")))
of_pattern("point_spaced", NUMBER, lambda m, r: m[0].replace(".", r.choice((" .", ". ", " . "))))
of_pattern("point_lost", NUMBER, lambda m, r: m[0].replace(".", ""))
of_pattern("point_is_space", NUMBER, lambda m, r: m[0].replace(".", " "))
of_pattern("fraction_lost", NUMBER, lambda m, r: m[0][:-2])
of_pattern("last_digit_lost", NUMBER, lambda m, r: m[0][:-1])
of_pattern("digit_inserted", NUMBER, lambda m, r: m[0] + m[0][-1])
of_pattern("group_comma_moved", r"\d,\d{3}\.\d\d", lambda m, r: m[0][0] + m[0][2] + "," + m[0][3:])
of_pattern("percent_lost", r"(?<=\d)%", lambda m, r: "")
of_pattern("percent_misread", r"(?<=\d)%", lambda m, r: r.choice(("9/6", "％％", "‰", "96", "°/o", "Y")))  # fmt: skip
of_pattern("count_unit_lost", r"(?<=\d)(?:人次|批次|人|辆|台|个|批)", lambda m, r: "")
of_pattern("count_lost", r"\d+(?=\s*(?:人次|批次|人|辆|台|个|批))", lambda m, r: "")
of_pattern("relation_character_lost", "|".join(RELATIONS), lambda m, r: one_lost(m[0], r))  # fmt: skip
of_pattern("relation_lost", "|".join(RELATIONS), lambda m, r: "")
of_pattern("relation_misread", f"[{''.join(HAN_LOOKS)}]", lambda m, r: HAN_LOOKS[m[0]])
of_pattern("label_before_number_misread", r"[\u4e00-\u9fff]{4}(?=为?\d)", lambda m, r: m[0][:1] + r.choice("囗亍冂丶") + m[0][2:])  # fmt: skip
of_pattern("label_before_number_lost", r"[\u4e00-\u9fff]{4}(?=为?\d)", lambda m, r: "")
of_pattern("comma_lost", r"[，,](?=[\u4e00-\u9fff])", lambda m, r: "")
of_pattern("stop_lost", r"。", lambda m, r: "")
of_pattern("stop_misread", r"。", lambda m, r: r.choice((".", "，", "o", "、")))
of_pattern("pair_of_brackets_lost", r"[（(]([^（()）\n]*)[）)]", lambda m, r: m[1])
of_pattern("bracketed_lost", r"[（(][^（()）\n]*[）)]", lambda m, r: "")
of_pattern("note_sign_behind_number", NUMBER, lambda m, r: m[0] + r.choice(("①", "[1]", "*", "¹", "（注1）", "1)")))  # fmt: skip
of_pattern("minus_lost", r"-(?=\d+\.)", lambda m, r: "")
of_pattern("minus_misread", r"-(?=\d+\.)", lambda m, r: r.choice("—–―_一~"))
of_pattern("ideograph_of_radicals", "[人一二金车行工目用]", lambda m, r: RADICALS[m[0]])
of_pattern("number_in_number", NUMBER, lambda m, r: split_at(m[0], r)[0] + m[0] + split_at(m[0], r)[1])  # fmt: skip
of_pattern("header_in_sentence", r"(?<=[\u4e00-\u9fff，])(?=[\u4e00-\u9fff]{2,}[^\n]*\d)", lambda m, r: r.choice(("\n第12页\n", "\n部门决算公开\n", "\n决算公开报告 12\n", "12")))  # fmt: skip
of_pattern("sentence_cut", r"(?m)(?<=[\u4e00-\u9fff\d])[^\n\t。]{1,12}$", lambda m, r: "")
of_pattern("sentence_part_lost", r"(?<=，)[^，。\n\t]{4,30}，", lambda m, r: "")
of_pattern("sentence_part_doubled", r"(?<=，)[^，。\n\t]{4,30}，", lambda m, r: m[0] * 2)
of_pattern("sentence_lost", r"(?<=。)[^。\n\t]{6,}。", lambda m, r: "")
of_pattern("paragraph_repeated", PARAGRAPH, lambda m, r: f"{m[0]}\n{m[0]}")
of_pattern("numbers_exchanged", rf"({NUMBER})([^\d\n]{{1,12}})({NUMBER})", lambda m, r: m[3] + m[2] + m[1])  # fmt: skip
of_pattern("cells_exchanged", r"(?<=\t)([\d,.]+)\t([\d,.]+)(?=\t)", lambda m, r: f"{m[2]}\t{m[1]}")
of_pattern("cells_joined", r"(?<=\t)([\d,.]+)\t([\d,.]+)(?=\t)", lambda m, r: m[1] + m[2])
of_pattern("cell_cut", r"(?<=\t)\d[\d,.]+(?=\t)", lambda m, r: m[0][:-1])
of_pattern("row_over_lines", r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff]+\t)", lambda m, r: "\n")
of_pattern("number_dropped_to_the_next_line", rf"({NUMBER})([^\n]*)\n", lambda m, r: f"{m[2]}\n{m[1]}\n")  # fmt: skip

RADICALS = dict(zip("人一二金车行工目用", "⼈⼀⼆⾦⻋⾏⼯⽬⽤", strict=True))
"""What a font's table gives for ideographs: signs of the Kangxi radicals, that look the same."""


def printed_lines(text: str, width: int = 34) -> list[str]:
    """A paragraph as lines of paper, its breaks where they fall."""
    return [text[at : at + width] for at in range(0, len(text), width)]


def of_printed_lines(name: str, change: Callable[[list[str], random.Random], None]) -> None:
    """A kind of damage of the printed lines of one long paragraph."""

    def changed(match: re.Match[str], rng: random.Random) -> str:
        lines = printed_lines(match[0])
        change(lines, rng)
        return "\n".join(lines)

    of_pattern(name, SOLID, changed)


def _swap(lines: list[str], rng: random.Random) -> None:
    at = rng.randrange(len(lines) - 1)
    lines[at : at + 2] = lines[at + 1], lines[at]


of_printed_lines("printed_lines_swapped", _swap)
of_printed_lines("printed_line_lost", lambda lines, r: lines.pop(r.randrange(len(lines))) and None)
of_printed_lines("printed_line_doubled", lambda lines, r: lines.insert(at := r.randrange(len(lines)), lines[at]))  # fmt: skip
of_printed_lines("line_end_cut", lambda lines, r: lines.__setitem__(at := r.randrange(len(lines)), lines[at][:-2]))  # fmt: skip
of_printed_lines("page_footer_between_lines", lambda lines, r: lines.insert(r.randrange(1, len(lines)), f"— {r.randint(2, 60)} —"))  # fmt: skip


@damage
def columns_interleaved(text: str, rng: random.Random) -> str:
    """Two neighbouring paragraphs that stood side by side, read line by line across both."""
    found = list(re.finditer(r"(?m)^([^\n\t]{60,})\n+([^\n\t]{60,})$", text))
    if not found:
        return text
    one = rng.choice(found)
    left, right = printed_lines(one[1], 20), printed_lines(one[2], 20)
    both = itertools.zip_longest(left, right, fillvalue="")
    between = rng.choice(("  ", "\n"))
    return text[: one.start()] + "\n".join(a + between + b for a, b in both) + text[one.end() :]
