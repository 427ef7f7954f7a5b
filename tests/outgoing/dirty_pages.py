"""Labelled web pages: a secret where a browser shows it, hides it, or keeps it for a script."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
from collections.abc import Callable
from urllib.parse import quote, quote_plus

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty

_NAMED = {"a": "&#97;", " ": "&nbsp;", "s": "&#x73;"}


def _html(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Plan</title>{head}</head><body><p>Hello</p>{body}</body></html>'.encode()


def _in(body: str, head: str = "") -> Callable[[str], bytes]:
    return lambda secret: _html(body.replace("{}", secret), head.replace("{}", secret))


def _coded(secret: str) -> str:
    return base64.b64encode(f"Note: {secret}".encode()).decode()


def _each(secret: str, mark: str) -> str:
    return "".join(mark.format(code=ord(one), hex=f"{ord(one):04x}", letter=one) for one in secret)


def _words(secret: str, mark: str) -> str:
    return "".join(mark.format(word) for word in secret.split())


_T = Channel.TEXT
_SHOWN = (
    ("letters by number", lambda one: _html(f"<p>{_each(one, '&#{code};')}</p>"), _T),
    ("letters by name", lambda one: _html("<p>" + "".join(_NAMED.get(letter, letter) for letter in one) + "</p>"), _T),
    ("soft hyphens", lambda one: _html(f"<p>{'&shy;'.join(one)}</p>"), _T),
    ("places to break", lambda one: _html(f"<p>{'<wbr>'.join(one)}</p>"), _T),
    ("each letter by itself", lambda one: _html(f"<p>{_each(one, '<span>{letter}</span>')}</p>"), _T),
    ("each letter in an element of its own kind", lambda one: _html(f"<p>{_each(one, '<x-y>{letter}</x-y>')}</p>"), _T),
    ("comments between letters", lambda one: _html(f"<p>{'<!-- x -->'.join(one)}</p>"), _T),
    ("a hidden element inside a word", lambda one: _html(f'<p>{one[:5]}<span style="display:none">zz</span>{one[5:]}</p>'), _T),
    ("lines broken", lambda one: _html(f"<p>{one.replace(' ', '<br>')}</p>"), _T),
    ("cells", lambda one: _html(f"<table><tr>{_words(one, '<td>{}</td>')}</tr></table>"), Channel.CELL),
    ("divisions", lambda one: _html(_words(one, "<div>{}</div>")), _T),
    ("list", lambda one: _html(f"<ul>{_words(one, '<li>{}')}</ul>"), _T),
    ("set backwards", lambda one: _html(f'<bdo dir="rtl">{one[::-1]}</bdo>'), _T),
    ("set backwards by style", lambda one: _html(f'<p style="unicode-bidi:bidi-override;direction:rtl">{one[::-1]}</p>'), _T),
    ("drawn letter by letter", lambda one: _html(f"<svg><text>{_each(one, '<tspan>{letter}</tspan>')}</text></svg>"), _T),
    ("tags left open", _in("<p>x<p>{}<table><tr><td>a"), _T),
    ("deep inside", lambda one: _html("<div>" * 3000 + one), _T),
    ("behind the end", lambda one: _html("") + one.encode(), _T),
    ("UTF-32", lambda one: _html(f"<p>{one}</p>").decode().encode("utf-32"), _T),
    ("UTF-7", lambda one: _html("<p>" + _utf7(one) + "</p>").replace(b'"utf-8"', b'"utf-7"'), _T),
    ("object that can't be shown", _in('<object data="x">{}</object>'), _T),
    ("without script", _in("<noscript>{}</noscript>"), Channel.SCRIPT),
)  # fmt: skip
_STYLE = "<style>p.zz{{{}}}</style>"
_HIDING = (
    "DISPLAY : None !important", "visibility:hidden", "font-size:0.5px", "color:white", "color:#FEFEFE", "color:rgb(255, 255, 255)",
    "color:rgba(0,0,0,0)", "color:transparent", "opacity:0", "position:absolute;left:-9999px", "text-indent:-5000px",
    "height:0;overflow:hidden", "clip:rect(0,0,0,0)", "color:#123456;background-color:#123456",
)  # fmt: skip
_UNSHOWN = (
    *((f"style {style}", _in(f'<p style="{style}">{{}}</p>'), Channel.HIDDEN_TEXT) for style in _HIDING),
    *((f"class with {style}", _in('<p class="a zz">{}</p>', _STYLE.format(style)), Channel.HIDDEN_TEXT) for style in _HIDING[:4]),
    ("white by font", _in('<font color="#FFFFFF">{}</font>'), Channel.HIDDEN_TEXT),
    ("conditional comment", _in("<!--[if mso]><p>{}</p><![endif]-->"), Channel.XML_COMMENT),
    ("comment left open", _in("<p>x</p><!-- {}"), Channel.TEXT),
    ("comment that is none", _in("<! {} >"), Channel.XML_COMMENT),
    ("character data", _in("<svg><![CDATA[{}]]></svg>"), Channel.XML_COMMENT),
    ("template", _in("<template><p>{}</p></template>"), Channel.SCRIPT),
    ("name of an element", lambda one: _html(f"<x-{one.replace(' ', '-')}>x</x>"), Channel.MARKUP),
    ("end tag", _in("<p>x</p {}>"), Channel.MARKUP),
)  # fmt: skip
_KEPT = (
    ("page inside", lambda one: _html(f'<iframe srcdoc="&lt;p&gt;{one[:4]}&lt;b&gt;{one[4:]}&lt;/b&gt;"></iframe>'), Channel.TEXT),
    ("data of a link", lambda one: _html(f'<a href="data:text/plain;base64,{_coded(one)}">x</a>'), Channel.TEXT),
    ("data in percent", lambda one: _html(f'<a href="data:text/plain,{quote(one)}">x</a>'), Channel.ATTRIBUTE),
    ("question of a link", lambda one: _html(f'<a href="https://x.example/?q={quote_plus(one)}">x</a>'), Channel.ATTRIBUTE),
    ("name of a picture", lambda one: _html(f'<img src="/pictures/{one.replace(" ", "-")}.jpg">'), Channel.ATTRIBUTE),
    ("hidden field", _in('<input type="hidden" name="x" value="{}">'), Channel.ALT_TEXT),
    ("label for readers", _in('<p aria-label="{}">x</p>'), Channel.ALT_TEXT),
    ("data attribute", _in('<p data-who="{}">x</p>'), Channel.ATTRIBUTE),
    ("script put together", lambda one: _html(f'<script>var x="{one[:4]}" + "{one[4:]}";</script>'), Channel.SCRIPT),
    ("script escaped", lambda one: _html(f'<script>var x="{_each(one, chr(92) + "u{hex}")}";</script>'), Channel.SCRIPT),
    ("script of numbers", lambda one: _html(f"<script>var x=String.fromCharCode({','.join(str(ord(letter)) for letter in one)});</script>"), Channel.SCRIPT),
    ("script coded", lambda one: _html(f'<script>var x=atob("{_coded(one)}");</script>'), Channel.TEXT),
    ("data for search engines", _in('<script type="application/ld+json">{"@type":"Thing","name":"{}"}</script>'), Channel.SCRIPT),
    ("style's content", _in("", '<style>p::after{content:"{}"}</style>'), Channel.SCRIPT),
    ("style's content escaped", lambda one: _html("", f'<style>p::after{{content:"{_each(one, chr(92) + "00{hex}")}"}}</style>'), Channel.SCRIPT),
    ("style's picture", lambda one: _html("", f"<style>p{{background:url(data:image/svg+xml;base64,{_drawing(one)})}}</style>"), Channel.TEXT),
)  # fmt: skip


def _drawing(secret: str) -> str:
    return base64.b64encode(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{secret}</text></svg>'.encode()).decode()


def _utf7(secret: str) -> str:
    return "".join(f"+{base64.b64encode(one.encode('utf-16-be')).decode().rstrip('=')}-" for one in secret)


PAGES = (
    *(Dirty(label, "a.html", make, channel) for label, make, channel in (*_SHOWN, *_UNSHOWN, *_KEPT)),
    Dirty("strict page", "a.xhtml", lambda one: f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{one[:4]}<b>{one[4:]}</b></p></body></html>'.encode(), Channel.TEXT),
    Dirty("drawing", "a.svg", lambda one: f'<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>{one[:4]}</tspan><tspan>{one[4:]}</tspan></text></svg>'.encode(), Channel.TEXT),
    Dirty("archive of a page", "a.mht", lambda one: b"From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(_html(f"<p>{one}</p>")), Channel.TEXT),
)  # fmt: skip
