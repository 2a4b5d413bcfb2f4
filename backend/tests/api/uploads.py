"""Files as they are, and as attackers make them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from tests.conftest import Api


def png(extra: bytes = b"") -> bytes:
    """One pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + (chunk(b"tEXt", extra) if extra else b"")
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


PDF = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def archive(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


def docx(*more: tuple[str, bytes]) -> bytes:
    return archive(
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
        ("word/document.xml", b"<w:document/>"),
        *more,
    )


def send_file(
    api: Api, path: str, name: str, content: bytes, field: str = "contract", **fields: str
) -> Any:
    """As browsers do, whatever the name."""
    body = b""
    for key, value in {"field": field, **fields}.items():
        body += (
            f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        )
    shown = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    body += (
        f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{shown}"\r\n'
        "Content-Type: image/png\r\n\r\n"
    ).encode()
    body += content + b"\r\n--edge--\r\n"
    return api.post_raw(path, body, content_type="multipart/form-data; boundary=edge")
