"""What a check calls the parts of a container: names that every program gives them, and numbers for all others.

A part, an attachment or a sheet can be called after a person. Places are told to whoever may see no names, so none of
these names is repeated; the name itself is read as a text of its own (`pieces.Channel.PART_NAME`).
"""

import re
from collections.abc import Iterable, Mapping

_USUAL_WORDS = (
    *("word", "xl", "ppt", "docProps", "_rels", "customXml", "META-INF", "Thumbnails", "Configurations2"),
    *("document", "workbook", "presentation", "worksheets", "sheets", "chartsheets", "sheet", "slides", "slide"),
    *("slideLayouts", "slideLayout", "slideMasters", "slideMaster", "notesSlides", "notesSlide", "notesMasters"),
    *("notesMaster", "handoutMasters", "handoutMaster", "theme", "styles", "stylesWithEffects", "settings"),
    *("webSettings", "fontTable", "numbering", "tableStyles", "presProps", "viewProps", "commentAuthors", "authors"),
    *("people", "persons", "person", "comments", "commentsExtended", "commentsIds", "commentsExtensible"),
    *("threadedComments", "threadedComment", "header", "footer", "footnotes", "endnotes", "glossary", "media"),
    *("image", "embeddings", "charts", "chart", "style", "colors", "diagrams", "data", "layout", "drawings", "drawing"),
    *("vmlDrawing", "tables", "table", "pivotTables", "pivotTable", "pivotCache", "pivotCacheDefinition"),
    *("pivotCacheRecords", "externalLinks", "externalLink", "connections", "queryTables", "queryTable", "revisions"),
    *("printerSettings", "sharedStrings", "calcChain", "metadata", "vbaProject", "core", "app", "custom", "item"),
    *("itemProps", "content", "meta", "manifest", "mimetype", "thumbnail", "Object", "ObjectReplacements"),
)
_WORD = rf"(?:{'|'.join(_USUAL_WORDS)})?(?: ?\d{{1,3}})?"
_ENDING = r"(?:\.(?:xml|rels|vml|rdf|bin|png|jpeg|jpg|gif|emf|wmf|xlsx|docx|pptx))*"
_USUAL = re.compile(rf"\[Content_Types\]\.xml|(?:{_WORD}/)*{_WORD}{_ENDING}")


def part_places(names: Iterable[str]) -> Mapping[str, str]:
    """What to call the parts of a container, by name: the name if it is a usual one, else its number, from 1.

    Args:
        names: The names of all parts, in their order.
    """
    return {
        name: name if _USUAL.fullmatch(name) else f"part {number}"
        for number, name in enumerate(dict.fromkeys(names), 1)
    }
