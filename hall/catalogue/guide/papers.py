"""The list of materials of a guide (行政许可法 Art. 31: nothing beyond it may be asked for)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hall.catalogue.guide.parts import MaterialRow
from hall.catalogue.sharing import Source, sources
from hall.catalogue.spec import ItemSpec, Material, said
from hall.catalogue.wording import FORMATS, MATERIAL_TYPES, NECESSITIES, condition_in_words


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
        instead=_instead(one),
    )


def _instead(one: Material) -> list[str]:
    """What may stand in its place, chosen freely (告知承诺), or later (容缺后补), each with its consequence."""
    told = []
    if source := _source(one):
        words = {"source": source.label, "holder": source.holder}
        told.append(_("免提交：本厅可以向“%(source)s”（%(holder)s）获取；没有查到的才需要上传。") % words)
        if "person" in source.about:
            told.append(_("获取个人的数据须经本人同意。"))
    if promise := one.commitment:
        words = {"proves": said(promise.proves), "consequence": said(promise.consequence)}
        told.append(_("可以选择告知承诺代替：书面承诺%(proves)s。承诺不实的：%(consequence)s") % words)
        if not promise.online:
            told.append(_("告知承诺在办理窗口签署。"))
    if late := one.tolerance:
        days = ngettext("%d个工作日", "%d个工作日", late.days) % late.days
        words = {"days": days, "consequence": said(late.consequence)}
        told.append(_("可以容缺受理：受理后%(days)s内补交。逾期不补的：%(consequence)s") % words)
    return told


def _need(spec: ItemSpec, one: Material) -> str:
    when = condition_in_words(spec, one.when)
    need = _("%s时提交") % when if when else str(NECESSITIES[one.necessity])
    return _("%s（免提交）") % need if _source(one) else need


def _source(one: Material) -> Source | None:
    """Where it is fetched instead of asked for (Art. 33)."""
    return sources().get(one.data_share_source.source) if one.data_share_source else None


def _copies(one: Material) -> str:
    parts = [_("原件%d份") % one.originals if one.originals else "", _("复印件%d份") % one.copies if one.copies else ""]
    return _("、").join(part for part in parts if part)
