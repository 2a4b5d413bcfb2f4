"""The file kinds that a form may accept, and how to recognize them by content.

Nothing is unpacked or rendered. Content that a browser or an office program would run is not
accepted: HTML, SVG, scripts, programs, documents with macros.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

import filetype

from waybill_definitions.document import FileKind


@dataclass(frozen=True, slots=True)
class KindOfFile:
    """``extensions``: allowed file name endings, without the dot."""

    media_type: str
    extensions: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
FILE_KINDS: dict[FileKind, KindOfFile] = {
    "pdf": KindOfFile("application/pdf", ("pdf",)),
    "png": KindOfFile("image/png", ("png",)),
    "jpeg": KindOfFile("image/jpeg", ("jpg", "jpeg", "jfif")),
    "gif": KindOfFile("image/gif", ("gif",)),
    "webp": KindOfFile("image/webp", ("webp",)),
    "heic": KindOfFile("image/heic", ("heic", "heif")),
    "docx": KindOfFile(f"{_OFFICE}.wordprocessingml.document", ("docx",)),
    "xlsx": KindOfFile(f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",)),
    "pptx": KindOfFile(f"{_OFFICE}.presentationml.presentation", ("pptx",)),
    "odt": KindOfFile("application/vnd.oasis.opendocument.text", ("odt",)),
    "zip": KindOfFile("application/zip", ("zip",)),
    "csv": KindOfFile("text/csv", ("csv",)),
    "txt": KindOfFile("text/plain", ("txt", "text", "log", "md")),
}
_BY_MEDIA_TYPE = {kind.media_type: name for name, kind in FILE_KINDS.items()}
_PACKED = {"docx", "xlsx", "pptx", "odt", "zip"}
_HEAD_BYTES = 8192
_MARKUP = re.compile(
    rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml|%)", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_RUNS = frozenset(
    {"apk", "app", "bat", "cmd", "com", "cpl", "dll", "docm", "dotm", "exe", "gadget", "hta"}
    | {"htm", "html", "jar", "js", "jse", "lnk", "mht", "mhtml", "mjs", "msi", "msp", "php"}
    | {"phtml", "pif", "pptm", "ps1", "py", "rb", "reg", "scr", "sh", "shtml", "svg", "svgz"}
    | {"vb", "vbe", "vbs", "wsf", "xht", "xhtml", "xlsm", "xml", "xsl"}
)


class WrongFile(Exception):
    """A file of no known kind, or not of the kind its name says.

    ``sentence`` and ``values`` tell its sender why, in `RefusalWords`. The kind that it is is in
    ``kind``.
    """

    def __init__(self, sentence: str, kind: FileKind | None = None, **values: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.kind = kind
        self.values = values


def file_kind(file: BinaryIO, name: str) -> FileKind:
    """A file's kind, by its content. Its name must match. Raises WrongFile.

    ``file`` is read from its beginning and rewound.
    """
    ends = [part.lower() for part in name.split(".")[1:]]
    if not ends:
        raise WrongFile("file_no_ending")
    bad = _RUNS.intersection(end.strip() for end in ends)
    if bad:
        raise WrongFile("file_named", end=min(bad))
    kind = _by_content(file, ends[-1])
    if ends[-1] not in FILE_KINDS[kind].extensions:
        raise WrongFile("file_misnamed", kind, end=ends[-1][:20])
    return kind


def _by_content(file: BinaryIO, end: str) -> FileKind:
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    if not head:
        raise WrongFile("file_empty")
    guess = filetype.guess(head)
    kind = _BY_MEDIA_TYPE.get(guess.mime) if guess else _text_kind(file, end)
    if kind is None:
        raise WrongFile("file_kind")
    if _MARKUP.search(head[:1024]) or _is_two_things(file, kind):
        raise WrongFile("file_two_kinds")
    if kind in _PACKED and _has_macros(file):
        raise WrongFile("file_macros")
    file.seek(0)
    return kind


def _text_kind(file: BinaryIO, end: str) -> FileKind | None:
    """Whether all of it is text without control characters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while chunk := file.read(64 * 1024):
            if _CONTROL.search(decoder.decode(chunk)):
                return None
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return "csv" if end == "csv" else "txt"


def _is_two_things(file: BinaryIO, kind: FileKind) -> bool:
    """An archive may follow any content: unpacking programs look at the end."""
    return kind not in _PACKED and zipfile.is_zipfile(file)


def _has_macros(file: BinaryIO) -> bool:
    """By the archive's table of contents. Without one it is not a document."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise WrongFile("file_damaged") from None
    return any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names)
