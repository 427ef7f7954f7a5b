"""Labelled documents: letters, slides, pages, mails and texts, each with one secret by one channel."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
from collections.abc import Callable, Mapping

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty, linked, odf, png, workbook

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def docx(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A letter with this body."""
    document = f"<w:document {_W} {_A}><w:body>{body}</w:body></w:document>"
    return linked({"word/document.xml": document, **(more or {})}, "word/document.xml")


def paragraph(*runs: str) -> str:
    """A paragraph of some runs."""
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def _letter(markup: str) -> Callable[[str], bytes]:
    return lambda secret: docx(paragraph("Dear colleagues") + markup.format(secret))


def _word_part(name: str, markup: str) -> Callable[[str], bytes]:
    return lambda secret: docx(paragraph("Dear colleagues"), {name: f"<w:x {_W}>{markup.format(secret)}</w:x>"})


_P_OF = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
DOCX = (
    Dirty("paragraph", "a.docx", _letter(_P_OF), Channel.TEXT),
    Dirty("split over runs", "a.docx", lambda secret: docx(paragraph(secret[:4], secret[4:9], secret[9:])), Channel.TEXT),
    Dirty("hidden text", "a.docx", _letter("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>"), Channel.HIDDEN_TEXT),
    Dirty("white text", "a.docx", _letter('<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{}</w:t></w:r></w:p>'), Channel.HIDDEN_TEXT),
    Dirty("tiny text", "a.docx", _letter('<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>{}</w:t></w:r></w:p>'), Channel.HIDDEN_TEXT),
    Dirty("tracked deletion", "a.docx", _letter("<w:p><w:del><w:r><w:delText>{}</w:delText></w:r></w:del></w:p>"), Channel.TRACKED_DELETION),
    Dirty("tracked insertion", "a.docx", _letter("<w:p><w:ins><w:r><w:t>{}</w:t></w:r></w:ins></w:p>"), Channel.TRACKED_INSERTION),
    Dirty("field code", "a.docx", _letter("<w:p><w:r><w:instrText>QUOTE {}</w:instrText></w:r></w:p>"), Channel.FIELD_CODE),
    Dirty("simple field", "a.docx", _letter('<w:p><w:fldSimple w:instr="QUOTE {}"/></w:p>'), Channel.FIELD_CODE),
    Dirty("bookmark", "a.docx", _letter('<w:p><w:bookmarkStart w:id="0" w:name="{}"/></w:p>'), Channel.BOOKMARK),
    Dirty("content control", "a.docx", _letter(f"<w:sdt><w:sdtContent>{_P_OF}</w:sdtContent></w:sdt>"), Channel.TEXT),
    Dirty("alias of a control", "a.docx", _letter('<w:sdt><w:sdtPr><w:alias w:val="{}"/></w:sdtPr></w:sdt>'), Channel.ATTRIBUTE),
    Dirty("text box", "a.docx", _letter(f"<w:p><w:r><w:txbxContent>{_P_OF}</w:txbxContent></w:r></w:p>"), Channel.TEXT),
    Dirty("alternative text", "a.docx", _letter('<w:p><w:docPr descr="{}"/></w:p>'), Channel.ALT_TEXT),
    Dirty("table", "a.docx", _letter(f"<w:tbl><w:tr><w:tc>{_P_OF}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"), Channel.TEXT),
    Dirty("comment", "a.docx", _word_part("word/comments.xml", f"<w:comment>{_P_OF}</w:comment>"), Channel.COMMENT),
    Dirty("footnote", "a.docx", _word_part("word/footnotes.xml", _P_OF), Channel.FOOTNOTE),
    Dirty("header", "a.docx", _word_part("word/header1.xml", _P_OF), Channel.HEADER),
    Dirty("building block", "a.docx", _word_part("word/glossary/document.xml", _P_OF), Channel.TEXT),
    Dirty("document variable", "a.docx", _word_part("word/settings.xml", '<w:docVar w:name="x" w:val="{}"/>'), Channel.ATTRIBUTE),
    Dirty("property", "a.docx", _word_part("docProps/core.xml", "<subject>{}</subject>"), Channel.PROPERTY),
    Dirty("custom XML", "a.docx", _word_part("customXml/item1.xml", "<case>{}</case>"), Channel.CUSTOM_XML),
    Dirty("link", "a.docx", _word_part("word/_rels/document.xml.rels", '<Relationship Target="mailto:x?subject={}"/>'), Channel.LINK),
    Dirty("embedded text", "a.docx", lambda secret: docx("", {"word/embeddings/a.txt": secret}), Channel.TEXT),
    Dirty("embedded object", "a.docx", lambda secret: docx("", {"word/embeddings/oleObject1.bin": secret.encode("utf-16-le")}), Channel.UNKNOWN),
    Dirty("macro", "a.docx", lambda secret: docx("", {"word/vbaProject.bin": secret}), Channel.MACRO),
    Dirty("picture's metadata", "a.docx", lambda secret: docx("", {"word/media/image1.png": png(secret)}), Channel.METADATA),
)  # fmt: skip


def pptx(slide: str, more: Mapping[str, str | bytes] | None = None, attributes: str = "") -> bytes:
    """A presentation of one slide."""
    root = f"<p:sld {_P} {_A} {attributes}>{slide}</p:sld>"
    return linked({"ppt/slides/slide1.xml": root, **(more or {})}, "ppt/slides/slide1.xml")


_A_P = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
PPTX = (
    Dirty("slide", "a.pptx", lambda secret: pptx(_A_P.format(secret)), Channel.TEXT),
    Dirty("hidden slide", "a.pptx", lambda secret: pptx(_A_P.format(secret), attributes='show="0"'), Channel.HIDDEN_SLIDE),
    Dirty("notes", "a.pptx", lambda secret: pptx("", {"ppt/notesSlides/notesSlide1.xml": f"<p:notes {_P} {_A}>{_A_P.format(secret)}</p:notes>"}), Channel.NOTES),
    Dirty("comment", "a.pptx", lambda secret: pptx("", {"ppt/comments/comment1.xml": f"<p:cmLst {_P}><p:cm><p:text>{secret}</p:text></p:cm></p:cmLst>"}), Channel.COMMENT),
    Dirty("alternative text", "a.pptx", lambda secret: pptx(f'<p:cNvPr descr="{secret}"/>'), Channel.ALT_TEXT),
    Dirty("chart", "a.pptx", lambda secret: pptx("", {"ppt/charts/chart1.xml": f"<c><pt><v>{secret}</v></pt></c>"}), Channel.CHART),
)  # fmt: skip


ODT = (
    Dirty("text", "a.odt", lambda secret: odf("text", f"<text:p>{secret}</text:p>"), Channel.TEXT),
    Dirty("split over spans", "a.odt", lambda secret: odf("text", f"<text:p>{secret[:3]}<text:span>{secret[3:]}</text:span></text:p>"), Channel.TEXT),
    Dirty("tracked deletion", "a.odt", lambda secret: odf("text", f"<text:tracked-changes><text:p>{secret}</text:p></text:tracked-changes>"), Channel.TRACKED_DELETION),
    Dirty("hidden section", "a.odt", lambda secret: odf("text", f'<text:section text:display="none"><text:p>{secret}</text:p></text:section>'), Channel.HIDDEN_TEXT),
    Dirty("hidden text field", "a.odt", lambda secret: odf("text", f"<text:p><text:hidden-text>{secret}</text:hidden-text></text:p>"), Channel.HIDDEN_TEXT),
    Dirty("keyword", "a.odt", lambda secret: odf("text", "", {"meta.xml": f'<m><meta:keyword xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">{secret}</meta:keyword></m>'}), Channel.PROPERTY),
)  # fmt: skip


def _plan(secret: str) -> bytes:
    return workbook(lambda _, sheet: sheet.write(5, 0, secret))


def _mail(headers: str, body: str) -> bytes:
    return f"From: office@example.org\r\nTo: partner@example.org\r\n{headers}\r\n{body}".encode()


def _attached(secret: str) -> bytes:
    coded = base64.b64encode(_plan(secret)).decode()
    return _mail(
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n",
        "--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x\r\nContent-Type: application/octet-stream\r\n"
        f'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="plan.xlsx"\r\n\r\n{coded}\r\n--x--\r\n',
    )


def _page(markup: str) -> Callable[[str], bytes]:
    return lambda secret: f"<!DOCTYPE html><html><body><p>Hello</p>{markup.format(secret)}</body></html>".encode()


TEXTS = (
    Dirty("line", "a.txt", lambda secret: f"Hello\n\n{secret}\n".encode(), Channel.TEXT),
    Dirty("UTF-16", "a.txt", lambda secret: f"Hello\n\n{secret}\n".encode("utf-16"), Channel.TEXT),
    Dirty("broken line", "a.txt", lambda secret: "\n".join(secret.split()).encode(), Channel.TEXT),
    Dirty("invisible marks", "a.txt", lambda secret: "\u200b".join(secret).encode(), Channel.TEXT),
    Dirty("full-width letters", "a.txt", lambda secret: "".join(chr(ord(one) + 0xFEE0) if one.isalnum() else one for one in secret).encode(), Channel.TEXT),
    Dirty("upper case", "a.txt", lambda secret: secret.upper().encode(), Channel.TEXT),
    Dirty("paragraph", "a.html", _page("<p>{}</p>"), Channel.TEXT),
    Dirty("split by marks", "a.html", lambda secret: _page(f"<p>{secret[:3]}<b>{secret[3:]}</b></p>")(""), Channel.TEXT),
    Dirty("unshown", "a.html", _page('<div style="display: none">{}</div>'), Channel.HIDDEN_TEXT),
    Dirty("hidden attribute", "a.html", _page("<p hidden>{}</p>"), Channel.HIDDEN_TEXT),
    Dirty("white", "a.html", _page('<p style="color:#fff">{}</p>'), Channel.HIDDEN_TEXT),
    Dirty("comment", "a.html", _page("<!-- {} -->"), Channel.XML_COMMENT),
    Dirty("script", "a.html", _page('<script>var x = "{}";</script>'), Channel.SCRIPT),
    Dirty("meta", "a.html", _page('<meta name="author" content="{}">'), Channel.ATTRIBUTE),
    Dirty("alternative text", "a.html", _page('<i title="{}">x</i>'), Channel.ALT_TEXT),
    Dirty("subject", "a.eml", lambda secret: _mail(f"Subject: {secret}\r\n", "Hello"), Channel.MAIL_HEADER),
    Dirty("coded subject", "a.eml", lambda secret: _mail(f"Subject: =?utf-8?b?{base64.b64encode(secret.encode()).decode()}?=\r\n", "Hello"), Channel.MAIL_HEADER),
    Dirty("body", "a.eml", lambda secret: _mail("Content-Transfer-Encoding: base64\r\n", base64.b64encode(secret.encode()).decode()), Channel.TEXT),
    Dirty("attachment", "a.eml", _attached, Channel.CELL),
)  # fmt: skip

DOCUMENTS = (*DOCX, *PPTX, *ODT, *TEXTS)
