"""The ruled lines of a page: what is drawn straight and thin, and the sides of boxes."""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

#: A ruled line: left, bottom, right, top; it is thin in one direction.
Ruling = tuple[float, float, float, float]
_MOST_PATHS, _MOST_POINTS, _MOST_LINES = 3000, 2560, 4000
_THIN, _SHORT = 2.5, 6.0


def rulings(page: Any) -> list[Ruling]:
    """The thin straight lines of a page, the sides of boxes too; none where a page is one large drawing."""
    from pypdfium2 import raw  # type: ignore[import-untyped]  # noqa: PLC0415  # loaded for a PDF alone

    paths = [raw.FPDFPage_GetObject(page, n) for n in range(min(raw.FPDFPage_CountObjects(page), 20_000))]
    paths = [one for one in paths if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_PATH]
    if len(paths) > _MOST_PATHS:
        return []
    found = list(islice((line for path in paths for line in _lines_of_path(path, raw)), _MOST_LINES + 1))
    return found if len(found) <= _MOST_LINES else []


def _lines_of_path(path: Any, raw: Any) -> Iterator[Ruling]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    box = (left.value, bottom.value, right.value, top.value)
    if _is_line(box):
        yield box
    elif box[2] - box[0] > _SHORT and box[3] - box[1] > _SHORT:
        matrix = raw.FS_MATRIX()
        count = raw.FPDFPath_CountSegments(path)
        if count > _MOST_POINTS or not raw.FPDFPageObj_GetMatrix(path, matrix):
            return
        yield from (line for line in _sides(path, count, matrix, raw) if _is_line(line))


def _sides(path: Any, count: int, matrix: Any, raw: Any) -> Iterator[Ruling]:
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for n in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, n)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield _between(last, point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield _between(point, start)


def _between(one: tuple[float, float], other: tuple[float, float]) -> Ruling:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _is_line(box: Ruling) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) <= _THIN and max(wide, high) >= _SHORT
