"""PDF documents."""

from manifest_app.outgoing.binary import texts_in
from manifest_app.outgoing.pieces import Channel, Extract, Unexplained


def document(data: bytes, where: str) -> Extract:
    """What stands in the open in a PDF; its pages are not read."""
    place = where or Channel.WHOLE
    yield from texts_in(data, place, Channel.UNKNOWN)
    yield Unexplained(place, Channel.WHOLE, "PDF, which is not read")
