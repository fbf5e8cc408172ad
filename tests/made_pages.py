"""The made-up disclosure as web pages of several kinds of portals and programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import EmailMessage

from tests.made_pdf import NAME, Made

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def body(made: Made) -> str:
    """What stands in the body of the made-up page, without its style sheet."""
    return _STYLE.sub("", made.html()).partition("<body>")[2].removesuffix("</body></html>")


def portal(made: Made) -> bytes:
    """A portal of today: navigation, breadcrumbs, a hidden menu, buttons, neighbours, a footer."""
    links = "".join(
        f"<li><a href='/c{i}.html'>{one}</a></li>"
        for i, one in enumerate(
            ("首页", "政务公开", "政务服务", "互动交流", "走进普陀", "数据开放")
        )
    )
    news = "".join(
        f"<li><a href='/n{i}.html'>示例局召开第{i}次会议，投入资金{i}.50万元</a><span>08-{i:02}</span></li>"
        for i in range(10, 16)
    )
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>部门决算-示例局门户</title>"
        "<style>.hide{display:none} @media print{.content{display:none}} .pc a{color:#fff}</style>"
        "<script>document.write('9.99万元')</script></head><body>"
        f"<div class='top'><span>您好，欢迎访问示例局网站！今天是2024年8月23日</span><form><input value='1.23万元'></form></div>"
        f"<div class='hide'>隐藏的说明 1234.56万元</div><ul class='nav'>{links}</ul>"
        "<div class='crumb'>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk'>政务公开</a> &gt; <a href='/js'>部门决算</a></div>"
        f"<div class='article'><h1>{NAME}2024年度部门决算公开说明</h1>"
        "<div class='info'>发布时间：2024-08-23　来源：示例局　浏览次数：<span id='n'>128</span>　字体：【<a href='javascript:;'>大</a> 中 小】</div>"
        f"<div class='content'><div class='TRS_Editor'>{body(made)}</div></div>"
        "<p>附件：<a href='/files/t20240823_1.xls'>2024年度部门决算表.xls</a></p>"
        "<div class='share'>分享到：<a href='#'>微信</a></div><div>【<a href='javascript:print()'>打印本页</a>】【<a href='javascript:close()'>关闭窗口</a>】</div>"
        "<div>上一篇：<a href='/a.html'>关于公开2023年度部门决算的说明</a></div></div>"
        f"<div class='side'><h3>相关新闻</h3><ul>{news}</ul></div>"
        "<div class='footer'><p>主办单位：上海市普陀区示例管理局　版权所有</p><p>沪ICP备12345678号-1 网站标识码：3101070001 地址：大渡河路1668号 电话：021-12345678</p></div>"
        "</body></html>"
    ).encode()


def tables(made: Made) -> bytes:
    """A portal of old: laid out by tables in one another, GB2312, elements in capitals."""
    links = "".join(f"<TD><A href='/{i}.htm'>栏目{i}</A></TD>" for i in range(8))
    return (
        "<HTML><HEAD><META http-equiv=Content-Type content='text/html; charset=gb2312'>"
        "<TITLE>决算公开</TITLE></HEAD><BODY><TABLE width=1000 align=center><TR>" + links + "</TR></TABLE>"
        "<TABLE width=1000><TR><TD width=200><TABLE><TR><TD><A href='/l1.htm'>机构设置</A></TD></TR>"
        "<TR><TD><A href='/l2.htm'>领导分工</A></TD></TR><TR><TD><A href='/l3.htm'>工作动态</A></TD></TR></TABLE></TD>"
        f"<TD><TABLE><TR><TD class=title>{NAME}2024年度部门决算公开说明</TD></TR><TR><TD>{body(made)}</TD></TR></TABLE></TD></TR></TABLE>"
        "<TABLE><TR><TD>版权所有：示例局　技术支持：示例公司</TD></TR></TABLE></BODY></HTML>"
    ).encode("gb18030")  # fmt: skip


def from_word(made: Made) -> bytes:
    """A page that a word processor saved: its own names, spans in spans, spaces as entities."""
    inner = re.sub(
        r"(<(?:p|td|th)\b[^>]*>)([^<]+)",
        r"\1<span lang=ZH-CN style='font-size:10.5pt'>\2<o:p></o:p></span>",
        body(made),
    )
    inner = inner.replace("<td></td>", "<td><p class=MsoNormal><span>&nbsp;</span></p></td>")
    return (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta http-equiv=Content-Type "
        "content='text/html; charset=unicode'><!--[if gte mso 9]><xml>1.11万元</xml><![endif]-->"
        f"<style>p.MsoNormal{{margin:0}}</style></head><body lang=ZH-CN><div class=WordSection1>{inner}"
        "</div></body></html>"
    ).encode("utf-16")


def archive(made: Made) -> bytes:
    """A web archive: the page, and a picture beside it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "部门决算"
    message["MIME-Version"] = "1.0"
    message.set_content(portal(made).decode(), subtype="html", charset="utf-8", cte="base64")
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def bare(made: Made) -> bytes:
    """The article alone, without head, as it is taken out of a system."""
    return f"<div>{body(made)}</div>".encode()


KINDS: dict[str, Callable[[Made], bytes]] = {
    "portal.html": portal,
    "tables.htm": tables,
    "word.shtml": from_word,
    "archive.mht": archive,
    "bare.html": bare,
    "saved.txt": portal,
    "export.doc": tables,
    "text.md": bare,
}
"""File names, and what is written into them."""
