from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FileKindWords")


@_attrs_define
class FileKindWords:
    """What each `FileKind` of a form is called.

    Attributes:
        pdf (str):
        png (str):
        jpeg (str):
        gif (str):
        webp (str):
        heic (str):
        docx (str):
        xlsx (str):
        pptx (str):
        odt (str):
        zip_ (str):
        csv (str):
        txt (str):
    """

    pdf: str
    png: str
    jpeg: str
    gif: str
    webp: str
    heic: str
    docx: str
    xlsx: str
    pptx: str
    odt: str
    zip_: str
    csv: str
    txt: str

    def to_dict(self) -> dict[str, Any]:
        pdf = self.pdf

        png = self.png

        jpeg = self.jpeg

        gif = self.gif

        webp = self.webp

        heic = self.heic

        docx = self.docx

        xlsx = self.xlsx

        pptx = self.pptx

        odt = self.odt

        zip_ = self.zip_

        csv = self.csv

        txt = self.txt

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pdf": pdf,
                "png": png,
                "jpeg": jpeg,
                "gif": gif,
                "webp": webp,
                "heic": heic,
                "docx": docx,
                "xlsx": xlsx,
                "pptx": pptx,
                "odt": odt,
                "zip": zip_,
                "csv": csv,
                "txt": txt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        pdf = d.pop("pdf")

        png = d.pop("png")

        jpeg = d.pop("jpeg")

        gif = d.pop("gif")

        webp = d.pop("webp")

        heic = d.pop("heic")

        docx = d.pop("docx")

        xlsx = d.pop("xlsx")

        pptx = d.pop("pptx")

        odt = d.pop("odt")

        zip_ = d.pop("zip")

        csv = d.pop("csv")

        txt = d.pop("txt")

        file_kind_words = cls(
            pdf=pdf,
            png=png,
            jpeg=jpeg,
            gif=gif,
            webp=webp,
            heic=heic,
            docx=docx,
            xlsx=xlsx,
            pptx=pptx,
            odt=odt,
            zip_=zip_,
            csv=csv,
            txt=txt,
        )

        return file_kind_words
