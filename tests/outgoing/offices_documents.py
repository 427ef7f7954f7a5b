"""Letters, pages, mails and notes as offices and their programs write them every day."""

# ruff: noqa: E501 - what programs write has no line breaks

from collections.abc import Mapping

from tests.outgoing.dirty import zipped
from tests.outgoing.dirty_documents import docx, paragraph, pptx

_TEXTS: Mapping[str, str] = {
    "newsletter.html": '<!doctype html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>News</title><!--[if !mso]><!--><meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<![endif]--><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><style type="text/css">#outlook a { padding:0; } body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; } table, td { border-collapse:collapse;mso-table-lspace:0pt; } @media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; max-width: 100%; } } @media only screen and (max-width:480px){ .hide{display:none!important} }</style><!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]--></head><body style="word-spacing:normal;"><div><!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" style="width:600px;" width="600" bgcolor="#224466" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div style="background:#224466;margin:0px auto;max-width:600px;"><table align="center" border="0" style="background:#224466;width:100%;"><tbody><tr><td style="direction:ltr;font-size:0px;padding:20px 0;text-align:center;"><div class="mj-column-per-100" style="font-size:0px;text-align:left;"><table width="100%"><tbody><tr><td align="left" style="font-size:0px;padding:10px 25px;"><div style="font-family:Helvetica;font-size:20px;line-height:1;text-align:left;color:#ffffff;">News of the logistics office</div></td></tr><tr><td><p style="border-top:solid 4px #F45E43;font-size:1px;margin:0px auto;width:100%;"></p></td></tr><tr><td style="font-size:0px"><div style="font-size:13px;color:#fff">The summer timetable starts on 1 June. Bus 5 stops at gate B.</div></td></tr></tbody></table></div></td></tr></tbody></table></div><img src="https://example.org/track.gif?u=12" width="1" height="1" style="display:none"><a href="https://example.org/u?e=ABCDEF0123456789abcdef0123456789&amp;k=dGhpcyBpcyBhIHRva2Vu" style="color:#ffffff;background-color:#cc0000;padding:8px">Read more</a></div></body></html>',
    "outlook.html": '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!--\n/* Font Definitions */\n@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}\np.MsoNormal, li.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Calibri",sans-serif;}\na:link {mso-style-priority:99; color:#0563C1;}\nspan.EmailStyle17 {mso-style-type:personal-compose; color:windowtext;}\n@page WordSection1 {size:8.5in 11.0in; margin:1.0in 1.0in 1.0in 1.0in;}\ndiv.WordSection1 {page:WordSection1;}\n--></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head><body lang=EN-US link="#0563C1" style=\'word-wrap:break-word\'><div class=WordSection1><p class=MsoNormal>Hello all,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Please find the agenda attached. We meet at 9:30 in room 12.<o:p></o:p></p><p class=MsoNormal><b>From:</b> Rosa Delgado &lt;rosa@example.org&gt; <br><b>Sent:</b> Monday, October 12, 2026 9:14 AM<br><b>To:</b> Paul Chen &lt;paul@example.org&gt;<br><b>Subject:</b> RE: Agenda<o:p></o:p></p></div></body></html>',
    "site.html": '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Oficina de viajes</title><meta name="description" content="Horarios y avisos de la oficina"><meta property="og:title" content="Oficina"><link rel="stylesheet" href="/css/site.min.css?v=3f2a9b"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Oficina de Viajes","telephone":"+1 202 555 0147"}</script><style>.nav li{list-style:none}.btn{color:#fff;background-color:#0d6efd}.sr{position:static}footer{background:#222;color:white}</style></head><body><header><nav class="nav"><ul><li><a href="/">Inicio</a></li><li><a href="/vuelos">Vuelos</a></li><li><a href="/contacto">Contacto</a></li></ul></nav></header><main><h1>Avisos</h1><p>La oficina abre de lunes a viernes de 9:00 a 17:00.</p><form action="/buscar" method="get"><label for="q">Buscar</label><input type="text" id="q" name="q" placeholder="Buscar vuelo"><input type="hidden" name="lang" value="es"><select><option>Miami</option><option>Houston</option></select><button class="btn">Buscar</button></form><img src="/img/logo.png" alt="Logo de la oficina"></main><footer><p>© 2026 Oficina de Viajes</p></footer><script>!function(){var a=document.querySelectorAll("a");for(var i=0;i<a.length;i++){a[i].addEventListener("click",function(e){console.log("x\\u00e9"+e.type)})}}();</script></body></html>',
    "menu.html": "<h1>Menu</h1><ul><li>Soup</li><li>Rice</li><li>Fish</li></ul><table><tr><th>Day</th><th>Dish</th></tr><tr><td>Mon</td><td>Soup</td></tr></table>",
    "exported.html": '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">@import url(https://themes.example.com/fonts/css);.lst-kix_1-0>li:before{content:"\\0025cf   "}ol{margin:0;padding:0}.c0{color:#000000;font-weight:400;font-size:11pt}.c1{padding-top:0pt;line-height:1.15}li{color:#000000}</style></head><body class="c2 doc-content"><p class="c1"><span class="c0">Agenda for Monday</span></p><ul class="lst-kix_1-0 start"><li class="c1"><span class="c0">Fuel</span></li><li><span class="c0">Hotel</span></li></ul></body></html>',
    "notes.md": '# Notes of 12 October\n\n- **Catering**: 57 boxes\n- *Transport*: `bus 5` leaves at 5:30\n- [ ] call the hotel\n- [x] send the [agenda](https://example.org/agenda.pdf "Agenda")\n\n| Item | Cost |\n|------|-----:|\n| Fuel | 1,208.60 |\n\n> Quoted line\n> second line\n\n```python\nprint("hello", 0x1F, [72, 101, 108, 108, 111, 33])\n```\n\n![badge](https://img.shields.io/badge/build-passing-green)\n\nHash: `3b5d5c3712955042212316173ccf37be800a1b2c`\n',
    "nota.md": "# Acta\n\nAsistentes: R. Delgado, J. Martínez.\n\n1. Se aprobó el presupuesto.\n2. El autobús sale a las 5:30 — puerta B.\n\nPróxima reunión: lunes 19 de octubre, sala 12.\n",
    "invite.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VTIMEZONE\r\nTZID:America/New_York\r\nBEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:040000008200E00074C5B7101A82E00800000000D0E5\r\nDTSTAMP:20261012T090000Z\r\nDTSTART;TZID=America/New_York:20261019T093000\r\nORGANIZER;CN=Rosa Delgado:mailto:rosa@example.org\r\nATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Paul Chen:mailto:paul@example.org\r\nSUMMARY:Weekly planning\\, room 12\r\nDESCRIPTION:Agenda:\\n1. Catering\\n2. Transport\\nPlease bring your notes and the list of spare parts for the van that was in\r\n  the garage.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "card.vcf": "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Delgado;Rosa;;;\r\nFN:Rosa Delgado\r\nORG:Office of Travel\r\nTEL;TYPE=WORK:+1 202 555 0147\r\nEMAIL:rosa@example.org\r\nEND:VCARD\r\n",
    "readme.txt": "USAGE: tool [--help] [-v] FILE...\n\n  -v   verbose\n\nC:\\Users\\Public\\Documents\\plan.xlsx\n\\\\server\\share\\x64\\u0041 x=3D a+b=c 10:22:33:44:55:66:77:88\nSHA-256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n",
}
_MAIL = (
    "Received: from mx.example.org (mx.example.org [192.0.2.10]) by mail.example.org (Postfix) with ESMTPS id 4XyZ123; Mon, 12 Oct 2026 09:14:02 -0400 (EDT)\r\n"
    "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=BwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMk\r\n"
    "From: Rosa Delgado <rosa@example.org>\r\nTo: Paul Chen <paul@example.org>\r\nSubject: =?utf-8?Q?Acta_de_la_reuni=C3=B3n?=\r\n"
    "MIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n"
)
_ANSWER = (
    "Hello Paul,\r\n\r\nat 5:30 from gate B; 57 boxes.\r\n\r\n-- \r\nRosa Delgado\r\nHead of Logistics | +1 202 555 0147\r\n\r\n"
    "On Mon, 12 Oct 2026 at 09:10, Paul Chen wrote:\r\n> Hi Rosa,\r\n> when does the bus leave? And how many\r\n> boxes did we order?\r\n>\r\n>> see the notes below\r\n> Paul\r\n"
)
_HEAD = 'xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:draw="urn:d" xmlns:office="urn:o" xmlns:presentation="urn:p" xmlns:text="urn:t" xmlns:table="urn:tb"'
_DARK_CELL = (
    '<style:style style:name="A1"><style:table-cell-properties fo:background-color="#1f3864"/></style:style>'
    '<style:style style:name="T3"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<table:table table:name="Table2"><table:table-row><table:table-cell table:style-name="A1"><text:p>'
    '<text:span text:style-name="T3">Heading</text:span></text:p></table:table-cell></table:table-row></table:table>'
)
_MASTER = (
    '<style:master-page style:name="Title"><text:p><text:page-number>&lt;number&gt;</text:page-number></text:p>'
    "<presentation:notes><text:p><text:page-number>&lt;number&gt;</text:page-number></text:p></presentation:notes></style:master-page>"
)
_RUN = "<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"
_WHITE = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'
_WORD = {
    "white in a dark cell": '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr><w:p>'
    + _RUN.format(look=_WHITE, text="Item")
    + "</w:p></w:tc></w:tr></w:tbl>",
    "white in a styled table": '<w:tbl><w:tblPr><w:tblStyle w:val="LightGrid"/></w:tblPr><w:tr><w:tc><w:p>'
    + _RUN.format(look=_WHITE, text="Item")
    + "</w:p></w:tc></w:tr></w:tbl>",
    "white in a text box": "<w:p><w:r><w:txbxContent><w:p>"
    + _RUN.format(look=_WHITE, text="Annual report")
    + "</w:p></w:txbxContent></w:r></w:p>",
    "page field": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "contents": '<w:p><w:hyperlink w:anchor="_Toc182837465"><w:r><w:t>Catering</w:t></w:r>'
    + _RUN.format(look="<w:webHidden/>", text="2")
    + "</w:hyperlink></w:p>",
    "serial letter": '<w:p><w:fldSimple w:instr=" MERGEFIELD Title "><w:r><w:t>Title</w:t></w:r></w:fldSimple></w:p>',
}


def _open(kind: str, parts: Mapping[str, str]) -> bytes:
    """An OpenDocument file with a manifest of its parts."""
    entries = "".join(f'<m:file-entry m:full-path="{name}"/>' for name in parts)
    content = {name: f"<office:document {_HEAD}>{text}</office:document>" for name, text in parts.items()}
    kind = f"application/vnd.oasis.opendocument.{kind}"
    return zipped(
        {"mimetype": kind, **content, "META-INF/manifest.xml": f'<m:manifest xmlns:m="urn:m">{entries}</m:manifest>'}
    )


def _made() -> dict[str, bytes]:
    made = {name: text.encode() for name, text in _TEXTS.items()}
    made["answer.eml"] = (_MAIL.format(kind="text/plain") + _ANSWER).encode()
    made["newsletter.eml"] = (_MAIL.format(kind="text/html") + _TEXTS["newsletter.html"]).encode()
    made["carta.txt"] = "Estimados colegas:\n\nLa reunión se pasa al martes.\n\nSaludos,\nRosa\n".encode("cp1252")
    made["wide.txt"] = "Los invitados llegan a las 8.\r\nGracias.\r\n".encode("utf-16")
    made |= {f"{name}.docx": docx(paragraph("Dear colleagues") + body) for name, body in _WORD.items()}
    made["white on dark.odt"] = _open("text", {"content.xml": _DARK_CELL})
    made["masters.odp"] = _open("presentation", {"content.xml": "", "styles.xml": _MASTER})
    made["title.pptx"] = pptx(
        '<a:p><a:r><a:rPr lang="en-US"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:rPr><a:t>Plan</a:t></a:r></a:p>'
    )
    return made


DOCUMENTS: Mapping[str, bytes] = _made()
"""Clean documents by their file names."""
