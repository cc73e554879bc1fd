"""Answers and files that satisfy any item's form: its own examples where they fit."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from hall.catalogue.spec import FormField, ItemSpec

_OBJECTS = (
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
)
PDF = f"%PDF-1.4\n{_OBJECTS}trailer<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n".encode()
_PLAIN: dict[str, Any] = {
    "text": "演示内容",
    "long_text": "演示内容，用于测试。",
    "number": "120",
    "money": "3000000.00",
    "date": "2027-03-01",
    "yes_no": "no",
    "phone": "13800000000",
    "id_card": "500103199001010005",
    "uscc": "",
}


def answers_for(spec: ItemSpec, **changed: Any) -> dict[str, Any]:
    """An answer to each question; ``changed`` by key wins."""
    return {field.key: _answer(field) for field in spec.fields} | changed


def _answer(field: FormField) -> Any:
    if field.type == "rows":
        return [{column.key: _answer(column) for column in field.columns}]
    if field.type in ("choice", "choices"):
        return field.choices[0].value if field.type == "choice" else [field.choices[0].value]
    if field.type in ("text", "long_text", "number", "money", "date") and field.example:
        return str(field.example)
    return _PLAIN[field.type]


def pdf(name: str = "材料.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")
