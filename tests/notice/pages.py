"""Small PDF files made by hand, in either language."""

from collections.abc import Sequence

_CID_FONT = (
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)"
    b"/Supplement 6>>/DW 1000/FontDescriptor 8 0 R>>"
)
_DESCRIPTOR = (
    b"<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
    b"/Descent -120/CapHeight 700/StemV 80>>"
)


def pdf_of(lines: Sequence[Sequence[tuple[float, str]]], *, encrypt: bool = False, drawn: bytes = b"") -> bytes:
    """A page with lines of texts, each text at its distance from the left edge, and what is drawn."""
    shown = drawn
    for n, line in enumerate(lines):
        for left, text in line:
            is_plain = text.isascii()
            font = b"/F1" if is_plain else b"/F2"
            coded = (text.encode("ascii") if is_plain else text.encode("utf-16-be")).hex().encode()
            shown += b"BT %s 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (font, left, 800 - 16 * n, coded)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-H/DescendantFonts[7 0 R]>>",
        _CID_FONT,
        _DESCRIPTOR,
    ]
    if encrypt:
        objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32))
    return _file(objects, b"/Encrypt 9 0 R/ID[<00><00>]" if encrypt else b"")


def _file(objects: Sequence[bytes], extra: bytes) -> bytes:
    data, places = b"%PDF-1.6\n", list[int]()
    for n, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (n, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, extra, start,
    )  # fmt: skip
