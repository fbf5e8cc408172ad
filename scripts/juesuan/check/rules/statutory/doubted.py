"""Whether the statutory tables were read right, as far as what was checked of them tells."""

from __future__ import annotations

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.columns import short
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.trust.doubt import RULE, Trial
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import DisclosureRow


def _tables(book: Book) -> list[Subject[DisclosureRow]]:
    """The tables of which something was read."""
    return [
        Subject(one.id, book.facts.disclosure, one.id, short(one.id))
        for one in terms.statutory_tables()
        if book.facts.table(one.id)
    ]


@rule(RULE, over=_tables, reviews=True)
def read_right(book: Book, subject: Subject[DisclosureRow]) -> Outcome:
    """每张决算表的核对大多成立；大多同时不成立的，先看是不是读取有误

    部门的差错通常只涉及一两个数字。一张表内的加总大多不成立，或者同多数别的表和正文都对不上，
    或者印出的科目编码大多不在政府收支分类科目之内，更可能是列错位、字体编码有误等读取问题。
    这时该表注明“可能读取有误”，有关的核对暂不判断，不作为对不上公布；与原文核对后再作结论。
    """
    trial = book.trials[subject.key]
    if trial.is_doubted(subject.key):
        raise UnreadableFactError(f"{subject.name}可能读取有误：{_why(trial)}，请与原文核对")
    if not trial.asked:
        raise AbsentFactError("没有可以核对的数字")
    holds = trial.asked - trial.failed
    return Outcome(PASS, f"{subject.name}可以核对的 {trial.asked} 处中 {holds} 处成立")


def _why(trial: Trial) -> str:
    """Why a table is doubted, in words."""
    words = []
    if trial.has_strange_codes():
        words.append(f"{trial.codes} 个科目编码中 {trial.strange} 个不在政府收支分类科目之内")
    if trial.failed:
        words.append(f"可以核对的 {trial.asked} 处中 {trial.failed} 处不成立，暂不作为对不上公布")
    return "；".join(words)
