"""Taking contents in: all of them or none, and the same content twice changes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Q

from hall.actor import Actor
from hall.catalogue.actions.expand import expand
from hall.catalogue.actions.publish import publish_version
from hall.catalogue.checking import check
from hall.catalogue.completeness import missing
from hall.catalogue.digests import digest_of
from hall.catalogue.models import ItemVersion, ServiceItem, State
from hall.catalogue.problems import Problem, Unreadable
from hall.catalogue.sources import Source
from hall.catalogue.spec import said
from hall.clock import now, today


@dataclass(slots=True)
class Imported:
    """What an import did, in codes."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    given_way: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    lacking: tuple[str, ...] = ()
    offered: int = 0


@transaction.atomic
def import_contents(
    sources: Sequence[Source], *, actor: Actor | None = None, publish_complete: bool = False
) -> Imported:
    """Raises Unreadable with every mistake of every source, and then nothing has been written."""
    done = Imported()
    chosen = _chosen(sources, done)
    items = _items(chosen)
    _write_drafts(chosen, items, done)
    expansion = expand(items.values())
    done.offered, done.lacking = expansion.offered, expansion.lacking
    if publish_complete:
        _publish_complete(items, done, actor)
    return done


def _chosen(sources: Sequence[Source], done: Imported) -> dict[str, Source]:
    """Checked sources by code; a sample gives way to an item file, in this import or an earlier one."""
    problems = [Problem(p.path, p.reason, source.file) for source in sources for p in check(source.content)]
    if problems:
        raise Unreadable(problems)
    chosen: dict[str, Source] = {}
    for source in sorted(sources, key=lambda one: not one.is_sample):
        earlier = chosen.get(source.content["code"])
        if earlier and earlier.is_sample == source.is_sample:
            problems.append(Problem("code", f"编码 {source.content['code']} 与 {earlier.file} 重复", source.file))
        chosen[source.content["code"]] = source
    if problems:
        raise Unreadable(problems)
    own = _with_own_file(chosen)
    samples = {source.content["code"] for source in sources if source.is_sample}
    done.given_way = sorted(code for code in samples if not chosen[code].is_sample or code in own)
    return {code: one for code, one in sorted(chosen.items()) if not (one.is_sample and code in own)}


def _with_own_file(codes: Iterable[str]) -> set[str]:
    """Which of these codes already have a content that does not come from a table of samples."""
    own = ItemVersion.objects.filter(item__catalog_code__in=codes, from_samples=False)
    return set(own.values_list("item__catalog_code", flat=True))


def _items(chosen: Mapping[str, Source]) -> dict[str, ServiceItem]:
    """The matters themselves, locked; a name that changed is changed here."""
    rows = [
        ServiceItem(
            catalog_code=code,
            local_code=source.content.get("local_code", False),
            name=said(source.content["name"]),
        )
        for code, source in chosen.items()
    ]
    ServiceItem.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["catalog_code"], update_fields=["local_code", "name"]
    )
    locked = ServiceItem.objects.select_for_update().filter(catalog_code__in=chosen).order_by("pk")
    return {item.catalog_code: item for item in locked}


def _write_drafts(chosen: Mapping[str, Source], items: Mapping[str, ServiceItem], done: Imported) -> None:
    """A new draft for each content that differs from the item's newest version; an older draft is put aside."""
    newest = {version.item_id: version for version in _newest(items.values())}
    drafts: list[ItemVersion] = []
    for code, source in chosen.items():
        before = newest.get(items[code].pk)
        digest = digest_of(source.content)
        if before and before.sm3 == digest:
            done.unchanged.append(code)
            continue
        (done.changed if before else done.new).append(code)
        drafts.append(_draft(items[code], source, digest, before.number + 1 if before else 1))
    superseded = ItemVersion.objects.filter(item__in=[draft.item for draft in drafts], state=State.DRAFT)
    superseded.update(state=State.RETIRED, retired_at=now())
    ItemVersion.objects.bulk_create(drafts, batch_size=200)


def _newest(items: Iterable[ServiceItem]) -> Iterable[ItemVersion]:
    ids = [item.pk for item in items]
    return ItemVersion.objects.filter(item__in=ids).order_by("item_id", "-number").distinct("item_id")


def _draft(item: ServiceItem, source: Source, digest: str, number: int) -> ItemVersion:
    content = source.content
    return ItemVersion(
        item=item,
        number=number,
        content=content,
        sm3=digest,
        missing=missing(content),
        effective_from=_day(content.get("effective_from")),
        effective_to=_day(content.get("effective_to")),
        from_samples=source.is_sample,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _publish_complete(items: Mapping[str, ServiceItem], done: Imported, actor: Actor | None) -> None:
    """Publish what lacks nothing; a draft that waits for its first day is left for that day."""
    drafts = ItemVersion.objects.filter(item__in=items.values(), state=State.DRAFT, missing=[])
    due = drafts.filter(Q(effective_from__isnull=True) | Q(effective_from__lte=today()))
    for draft in due.select_related("item"):
        publish_version(version=draft, actor=actor)
        done.published.append(draft.item.catalog_code)
