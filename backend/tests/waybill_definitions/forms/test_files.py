"""A file is what its content says, and only if its name says the same."""

from __future__ import annotations

import io

import pytest

from tests.api.uploads import GIF, HTML, JPEG, PDF, SVG, archive, docx, png
from waybill_definitions.document import FileKind
from waybill_definitions.forms import WrongFile, file_kind


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("scan.png", png(), "png"),
        ("Scan.JPG", JPEG, "jpeg"),
        ("contract.v2.pdf", PDF, "pdf"),
        ("a.gif", GIF, "gif"),
        ("letter.docx", docx(), "docx"),
        ("all.zip", archive(("a.txt", b"a")), "zip"),
        ("list.csv", "name;ort\nBerg;Köln\n".encode(), "csv"),
        ("list.csv", b"\xef\xbb\xbfname\tort\r\nBerg\tK\xc3\xb6ln\r\n", "csv"),
        ("notes.txt", "Grüße\r\n\tEnde < 5 > 3".encode(), "txt"),
    ],
)
def test_kinds_are_told_by_content(name: str, content: bytes, kind: FileKind) -> None:
    file = io.BytesIO(content)
    assert file_kind(file, name) == kind
    assert file.tell() == 0


ATTACKS = {
    "svg": ("drawing.svg", SVG),
    "svg-as-png": ("drawing.png", SVG),
    "svg-after-xml": ("drawing.txt", b'<?xml version="1.0"?>\n' + SVG),
    "html": ("page.html", HTML),
    "html-as-pdf": ("page.pdf", HTML),
    "html-as-text": ("page.txt", HTML),
    "html-in-csv": ("page.csv", b"a;b\n<script>alert(1)</script>;c\n"),
    "html-then-pdf": ("page.pdf", HTML + PDF),
    "php-in-gif": ("pixel.gif", GIF[:-1] + b"<?php system($_GET[0]); ?>;"),
    "script-in-gif": ("pixel.gif", b"GIF89a/*<script>*/=1;" + b"\0" * 20),
    "script-in-png": ("pixel.png", png(b"Comment\0<script>alert(1)</script>")),
    "zip-behind-png": ("pixel.png", png() + archive(("evil.js", b"1"))),
    "zip-behind-jpeg": ("photo.jpg", JPEG + archive(("evil.class", b"1"))),
    "zip-behind-pdf": ("contract.pdf", PDF + archive(("evil.exe", b"1"))),
    "zip-behind-text": ("notes.txt", b"hello " + archive(("evil.exe", b"1"))),
    "program": ("setup.exe", b"MZ\x90\0" + b"\0" * 300),
    "program-as-pdf": ("setup.pdf", b"MZ\x90\0" + b"\0" * 300),
    "elf-as-png": ("tool.png", b"\x7fELF" + b"\0" * 300),
    "shell-as-text": ("run.sh", b"#!/bin/sh\nrm -rf /\n"),
    "double-ending": ("invoice.pdf.exe", PDF),
    "double-ending-inside": ("invoice.php.png", png()),
    "double-ending-upper": ("invoice.PHP.png", png()),
    "double-ending-spaced": ("invoice.exe .png", png()),
    "html-ending-inside": ("page.html.txt", b"hello"),
    "other-ending": ("photo.pdf", png()),
    "no-ending": ("photo", png()),
    "macros": ("letter.docx", docx(("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"))),
    "macros-named-otherwise": ("letter.docm", docx(("word/vbaProject.bin", b"x"))),
    "zip-as-docx": ("letter.docx", archive(("a.txt", b"a"))),
    "broken-zip": ("letter.docx", docx()[:120]),
    "empty": ("empty.txt", b""),
    "nul-in-text": ("notes.txt", b"hello\0world"),
    "escape-in-text": ("notes.txt", b"hello\x1b[2J"),
    "utf16-text": ("notes.txt", "hello".encode("utf-16")),
    "xml": ("data.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    "link": ("open.lnk", b"L\0\0\0\x01\x14\x02\0"),
}


@pytest.mark.security("File uploads")
@pytest.mark.parametrize(("name", "content"), ATTACKS.values(), ids=ATTACKS.keys())
def test_what_pretends_or_runs_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(WrongFile):
        file_kind(io.BytesIO(content), name)
