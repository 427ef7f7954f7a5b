"""Which channel the elements and attributes of office documents are (ECMA-376; OASIS OpenDocument 1.3)."""

from collections.abc import Mapping

from manifest_app.outgoing.pieces import Channel

OF_ELEMENT: Mapping[str, Channel] = {
    "del": Channel.TRACKED_DELETION,
    "delText": Channel.TRACKED_DELETION,
    "moveFrom": Channel.TRACKED_DELETION,
    "tracked-changes": Channel.TRACKED_DELETION,
    "ins": Channel.TRACKED_INSERTION,
    "moveTo": Channel.TRACKED_INSERTION,
    "instrText": Channel.FIELD_CODE,
    "delInstrText": Channel.FIELD_CODE,
    "comment": Channel.COMMENT,
    "annotation": Channel.COMMENT,
    "hidden-text": Channel.HIDDEN_TEXT,
    "hidden-paragraph": Channel.HIDDEN_TEXT,
    "notes": Channel.NOTES,
    "note": Channel.FOOTNOTE,
    "header": Channel.HEADER,
    "footer": Channel.HEADER,
    "rPh": Channel.PHONETIC,
    "definedName": Channel.DEFINED_NAME,
    "formula": Channel.FORMULA,
    "formula1": Channel.FORMULA,
    "formula2": Channel.FORMULA,
    "desc": Channel.ALT_TEXT,
    "ruby-text": Channel.PHONETIC,
}
OF_ATTRIBUTE: Mapping[str, Channel] = {
    "descr": Channel.ALT_TEXT,
    "title": Channel.ALT_TEXT,
    "instr": Channel.FIELD_CODE,
    "formula": Channel.FORMULA,
    "href": Channel.LINK,
    "Target": Channel.LINK,
    "tooltip": Channel.LINK,
    "prompt": Channel.FORM,
    "promptTitle": Channel.FORM,
    "error": Channel.FORM,
    "errorTitle": Channel.FORM,
}
OF_NAME: Mapping[str, Channel] = {
    "bookmarkStart": Channel.BOOKMARK,
    "bookmark": Channel.BOOKMARK,
    "bookmark-start": Channel.BOOKMARK,
    "sheet": Channel.SHEET_NAME,
    "table": Channel.SHEET_NAME,
    "definedName": Channel.DEFINED_NAME,
    "named-range": Channel.DEFINED_NAME,
    "named-expression": Channel.DEFINED_NAME,
}
