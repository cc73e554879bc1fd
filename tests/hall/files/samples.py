"""Small files of every kind, made as their standards say."""

from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter


def pdf() -> bytes:
    out = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def pdf_with_script() -> bytes:
    return pdf().replace(b"%%EOF", b"<< /S /JavaScript /JS (app.alert) >>\n%%EOF")


def picture(form: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, form)
    return out.getvalue()


def package(*parts: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as zipped:
        for part in parts:
            zipped.writestr(part, "<x/>")
    return out.getvalue()


CONTENTS = {
    "pdf": pdf(),
    "jpg": picture("JPEG"),
    "png": picture("PNG"),
    "docx": package("[Content_Types].xml", "word/document.xml"),
    "xlsx": package("[Content_Types].xml", "xl/workbook.xml"),
    "ofd": package("OFD.xml", "Doc_0/Document.xml"),
}


def upload(content: bytes, name: str = "材料.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
