"""The list of materials of a guide (行政许可法 Art. 31: nothing beyond it may be asked for)."""

from django.utils.translation import gettext as _

from hall.catalogue.guide.parts import MaterialRow
from hall.catalogue.spec import ItemSpec, Material, said
from hall.catalogue.wording import FORMATS, MATERIAL_TYPES, condition_in_words


def materials(spec: ItemSpec) -> list[MaterialRow]:
    return [_row(number, spec, one) for number, one in enumerate(spec.materials, start=1)]


def _row(number: int, spec: ItemSpec, one: Material) -> MaterialRow:
    return MaterialRow(
        number=number,
        name=said(one.name),
        need=_need(spec, one),
        kind=_("%(type)s · %(format)s") % {"type": MATERIAL_TYPES[one.type], "format": FORMATS[one.format]},
        copies=_copies(one),
        source=said(one.source),
        basis=said(one.basis),
        standard=said(one.standard),
        note=said(one.note),
    )


def _need(spec: ItemSpec, one: Material) -> str:
    when = condition_in_words(spec, one.when)
    if when:
        return _("%s时提交") % when
    return _("必要") if one.necessity == "required" else _("非必要")


def _copies(one: Material) -> str:
    parts = [_("原件%d份") % one.originals if one.originals else "", _("复印件%d份") % one.copies if one.copies else ""]
    return _("、").join(part for part in parts if part)
