"""Labelled letters and slides, more of them: half deleted, set apart, coded, or hidden by what only a theme tells."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
from collections.abc import Callable
from urllib.parse import quote

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty, odf, zipped
from tests.outgoing.dirty_documents import docx, paragraph, pptx

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_T, _HIDDEN, _DELETED = Channel.TEXT, Channel.HIDDEN_TEXT, Channel.TRACKED_DELETION


def _in(markup: str) -> Callable[[str], bytes]:
    return lambda one: docx(paragraph("Hello") + markup.replace("{}", one))


def _between(mark: str) -> Callable[[str], bytes]:
    return lambda one: docx("<w:p>" + mark.join(_run(one[at : at + 3]) for at in range(0, len(one), 3)) + "</w:p>")


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _looking(look: str) -> Callable[[str], bytes]:
    return lambda one: docx(f"<w:p>{_run(one, look)}</w:p>")


def _with(name: str, content: str) -> Callable[[str], bytes]:
    return lambda one: docx(paragraph("Hello"), {name: content.replace("{}", one)})


def _field(code: str) -> str:
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


_SETTINGS = f"<w:settings {_W}>{{}}</w:settings>"
_LETTERS = (
    ("half deleted", lambda one: docx(f"<w:p>{_run(one[:5])}<w:del>{_run(one[5:]).replace('w:t', 'w:delText')}</w:del></w:p>"), _DELETED),
    ("half inserted", lambda one: docx(f"<w:p>{_run(one[:5])}<w:ins>{_run(one[5:])}</w:ins></w:p>"), Channel.TRACKED_INSERTION),
    ("moved away", _in("<w:p><w:moveFrom><w:r><w:t>{}</w:t></w:r></w:moveFrom></w:p>"), _DELETED),
    ("deleted row", _in("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>{}</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>"), _DELETED),
    ("deleted field", _in("<w:p><w:del><w:r><w:delInstrText>QUOTE {}</w:delInstrText></w:r></w:del></w:p>"), Channel.FIELD_CODE),
    ("page break inside words", _between("<w:r><w:lastRenderedPageBreak/></w:r>"), _T),
    ("bookmarks inside words", _between('<w:bookmarkStart w:id="1" w:name="x"/>'), _T),
    ("remarks inside words", _between('<w:commentRangeStart w:id="1"/>'), _T),
    ("deleted letters inside words", _between("<w:del><w:r><w:delText>zq</w:delText></w:r></w:del>"), _T),
    ("soft hyphens inside words", _between("<w:r><w:softHyphen/></w:r>"), _T),
    ("paragraphs apart", lambda one: docx("".join(paragraph(word) for word in one.split())), _T),
    ("each letter a paragraph", lambda one: docx("".join(paragraph(letter) for letter in one if letter != " ")), _T),
    ("letters of a sign font", lambda one: docx("<w:p><w:r>" + "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(letter):02X}"/>' for letter in one) + "</w:r></w:p>"), _T),
    ("white by the theme", _looking('<w:color w:val="auto" w:themeColor="background1"/>'), _HIDDEN),
    ("nearly white", _looking('<w:color w:val="FCFCFC"/>'), _HIDDEN),
    ("fallback of a text box", _in('<w:p><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice/><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'), _T),
    ("written in a drawing", _in('<w:p><w:r><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{}"/></w:r></w:p>'), Channel.ATTRIBUTE),
    ("choice of a list", _in('<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{}" w:value="1"/></w:dropDownList></w:sdtPr></w:sdt>'), Channel.ATTRIBUTE),
    ("condition", lambda one: docx(_field(f'IF 1 = 2 "{one}" "ok"')), Channel.FIELD_CODE),
    ("data of a field", lambda one: docx(f"<w:p><w:r><w:fldChar><w:fldData>{base64.b64encode((one + ' is here').encode('utf-16-le')).decode()}</w:fldData></w:fldChar></w:r></w:p>"), _T),
    ("source of a serial letter", _with("word/settings.xml", _SETTINGS.replace("{}", '<w:mailMerge><w:query w:val="SELECT * FROM `{}`"/></w:mailMerge>')), Channel.ATTRIBUTE),
    ("target in percent", lambda one: docx("", {"word/_rels/document.xml.rels": f'<Relationships><Relationship Target="https://x.example/{quote(one)}"/></Relationships>'}), Channel.LINK),
    ("page as a part", _with("word/afchunk.htm", "<html><body><p>{}</p></body></html>"), _T),
    ("mail as a part", lambda one: docx("", {"word/afchunk.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(f"<p>Hello {one}</p>".encode())}), _T),
    ("rich text as a part", lambda one: docx("", {"word/afchunk.rtf": "{\\rtf1 " + "".join(f"\\'{ord(letter):02x}" for letter in one) + "}"}), _T),
    ("drawing as a part", lambda one: docx("", {"word/media/a.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><text><tspan>{one[:4]}</tspan>{one[4:]}</text></svg>"}), _T),
    ("letter without a suffix", lambda one: docx("", {"word/afchunk.dat": docx(paragraph(one))}), _T),
    ("value of a custom part", _with("customXml/item1.xml", '<a b="{}"/>'), Channel.ATTRIBUTE),
    ("words of a formula", _in('<w:p><m:oMath xmlns:m="urn:m"><m:r><m:t>{}</m:t></m:r></m:oMath></w:p>'), _T),
)  # fmt: skip
_HEAD = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:draw="urn:d" xmlns:svg="urn:v" xmlns:form="urn:form" xmlns:presentation="urn:p" xmlns:dc="urn:dc" xmlns:xlink="urn:x"'


def _text(content: str, kind: str = "text") -> Callable[[str], bytes]:
    return lambda one: odf(kind, f"<x {_HEAD}>{content.replace('{}', one)}</x>")


_SPAN = '<style:style style:name="T1"><style:text-properties {look}/></style:style><text:p><text:span text:style-name="T1">{}</text:span></text:p>'
_OPEN = (
    ("remark inside a word", lambda one: _text(f"<text:p>{one[:4]}<office:annotation><text:p>n</text:p></office:annotation>{one[4:]}</text:p>")(one), _T),
    ("each letter a span", lambda one: _text("<text:p>" + "".join("<text:s/>" if letter == " " else f"<text:span>{letter}</text:span>" for letter in one) + "</text:p>")(one), _T),
    ("nearly white", _text(_SPAN.replace("{look}", 'fo:color="#fdfdfd"')), _HIDDEN),
    ("not shown by a style", _text(_SPAN.replace("{look}", 'text:display="none"')), _HIDDEN),
    ("author of a remark", _text("<office:annotation><dc:creator>{}</dc:creator></office:annotation>"), Channel.COMMENT),
    ("text on a condition", _text('<text:p><text:conditional-text text:string-value-if-true="{}"/></text:p>'), Channel.ATTRIBUTE),
    ("value of a form", _text('<form:text form:value="{}"/>'), Channel.ATTRIBUTE),
    ("description", _text("<draw:frame><svg:desc>{}</svg:desc></draw:frame>"), Channel.ALT_TEXT),
    ("notes of a slide", _text("<draw:page><presentation:notes><text:p>{}</text:p></presentation:notes></draw:page>", "presentation"), Channel.NOTES),
)  # fmt: skip


def _slide(markup: str) -> Callable[[str], bytes]:
    return lambda one: pptx(markup.replace("{}", one))


def _beside(name: str, markup: str) -> Callable[[str], bytes]:
    return lambda one: pptx("", {name: markup.replace("{}", one)})


_A_P = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
_NAMES = 'xmlns:a="urn:a" xmlns:p="urn:p"'
_SLIDES = (
    ("boxes apart", lambda one: pptx("".join(_A_P.format(word) for word in one.split())), _T),
    ("lines broken", lambda one: pptx("<a:p>" + "<a:br/>".join(f"<a:r><a:t>{word}</a:t></a:r>" for word in one.split()) + "</a:p>"), _T),
    ("layout", _beside("ppt/slideLayouts/slideLayout1.xml", f"<p:sldLayout {_NAMES}>{_A_P}</p:sldLayout>"), _T),
    ("tag", _beside("ppt/tags/tag1.xml", f'<p:tagLst {_NAMES}><p:tag name="X" val="{{}}"/></p:tagLst>'), Channel.ATTRIBUTE),
    ("author of a remark", _beside("ppt/commentAuthors.xml", f'<p:cmAuthorLst {_NAMES}><p:cmAuthor name="{{}}"/></p:cmAuthorLst>'), Channel.ATTRIBUTE),
    ("own show", _beside("ppt/presentation.xml", f'<p:presentation {_NAMES}><p:custShow name="{{}}"/></p:presentation>'), Channel.ATTRIBUTE),
    ("moved text", _slide('<p:anim><p:strVal val="{}"/></p:anim>'), Channel.ATTRIBUTE),
)  # fmt: skip
_FLAT = '<?xml version="1.0"?><pkg:package xmlns:pkg="urn:pkg"><pkg:part><pkg:binaryData>{}</pkg:binaryData></pkg:part></pkg:package>'
LETTERS = (
    *(Dirty(label, "b.docx", make, channel) for label, make, channel in _LETTERS),
    *(Dirty(label, "b.odt", make, channel) for label, make, channel in _OPEN),
    *(Dirty(label, "b.pptx", make, channel) for label, make, channel in _SLIDES),
    Dirty("in one part, coded", "b.xml", lambda one: _FLAT.replace("{}", base64.b64encode(zipped({"a.txt": one})).decode()).encode(), _T),
)  # fmt: skip
