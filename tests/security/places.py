"""Every address of the hall with a sample of what it is about; what has no sample here needs none."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from hall.uids import uid7
from tests.security.world import PREFIX, World

# What may be done with what is published.
CHANGES = ("correct", "take_back", "at_once", "again", "pass_change", "return_change", "confirm", "doubt")


def names() -> list[str]:
    """Every named address, its namespaces in front."""
    return list(_names(get_resolver(), ""))


def _names(resolver: URLResolver, space: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _names(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            assert entry.name, f"{entry.pattern} has no name"
            yield f"{space}{entry.name}"


def samples(world: World) -> dict[str, dict[str, Any]]:
    """The keyword arguments of each address that takes some, sought once a world."""
    world.samples = world.samples or _samples(world)
    return world.samples


def _samples(world: World) -> dict[str, dict[str, Any]]:
    offering = world.accepted.application.offering
    material = world.accepted.application.materials.first()
    paper = world.accepted.papers.exclude(file=None).first()
    exhibit = world.accepted.exhibits.first()
    assert material
    assert exhibit
    assert paper
    case, desk = {"uid": world.accepted.application.uid}, {"uid": world.accepted.uid}
    draft, matter = {"uid": world.draft.uid}, {"uid": world.grievance.uid}
    request, receipt = {"uid": world.request.uid}, world.request.papers.get()
    drafted, reviewing = {"uid": world.drafted.uid}, {"uid": world.reviewing.uid}
    return {
        "portal:error_page": {"status": 404},
        "catalogue:guide": {"task_code": offering.task_code},
        "catalogue:divisions": {"catalog_code": offering.catalog_code},
        "apply:start": {"task_code": offering.task_code},
        "apply:case": case,
        "apply:section": draft | {"number": 1},
        "apply:materials": draft,
        "apply:material": case | {"material": material.uid},
        "apply:check": draft,
        "apply:receipt": case,
        "apply:correction": {"uid": world.correcting.application.uid},
        "apply:paper": case | {"paper": paper.uid},
        "apply:discard": draft,
        "apply:deed": case | {"deed": "withdraw"},
        "desk:opinion": {"uid": world.asked.uid},
        "desk:opinion_material": {"uid": world.asked.uid, "material": UUID(world.asked.materials[0]["uid"])},
        "desk:case": desk,
        "desk:material": desk | {"material": material.uid},
        "desk:withdraw_material": desk | {"material": material.uid},
        "desk:exhibit": desk | {"exhibit": exhibit.uid},
        "desk:paper": desk | {"paper": paper.uid},
        "desk:case_file": desk | {"case_file": uid7()},
        "desk:decision_draft": desk,
        "desk:violation": {"uid": uid7()},
        "desk:violation_file": {"uid": uid7(), "exhibit": uid7()},
        "desk:licence": {"uid": uid7()},
        "desk:exam": {"uid": uid7()},
        "desk:licence_deed": {"uid": uid7(), "deed": "suspend"},
        "apply:licence": {"uid": uid7()},
        "apply:conveyance": {"uid": uid7()},
        "apply:mandate_end": {"uid": uid7()},
        "treasury:pay": {"uid": uid7()},
        "desk:deed": desk | {"deed": "review"},
        "notifications:read": {"uid": world.message.uid},
        **{f"workdays:{page}": {"uid": world.proposal.uid} for page in ("change", "apply", "discard")},
        "hearings:notice": {"uid": world.hearing.uid},
        "papers:verify": {"code": paper.verify_code},
        "disclosure:one": reviewing,
        "disclosure:several": {"deed": "send"},
        "disclosure:edit": drafted,
        "disclosure:send": drafted,
        "disclosure:pass": reviewing,
        "disclosure:publish": reviewing,
        "disclosure:return": reviewing,
        "disclosure:withhold": reviewing,
        "disclosure:uphold": reviewing,
        "disclosure:override": reviewing,
        **{f"disclosure:{deed}": reviewing for deed in CHANGES},
        "public_decision:paper": {"uid": world.record.uid},
        "register:record": {"uid": world.record.uid},
        **{f"requests:{page}": request for page in ("one", "supplement", "reasons", "withdraw", "file")},
        **{f"requests:{page}": request for page in ("matter", "matter_file")},
        **{f"requests:{page}": request | {"paper": receipt.uid} for page in ("paper", "matter_paper")},
        "crawling:part": {"number": 1},
        "opendata:file": {"uid": world.data_file.uid},
        "opendata:deed": {"deed": "send"},
        **{f"opendata:{part}": {"digest": world.revocation.file.sha256} for part in ("keys", "revoked", "signature")},
        "requests:deed": request | {"deed": "supplement"},
        **{f"grievances:{deed}": matter for deed in ("matter", "accept", "refuse", "refer", "answer")},
        **{f"grievances:{deed}": matter for deed in ("one", "receipt", "rate")},
        "api:item": {"task_code": offering.task_code},
        **{f"api:{part}": case for part in ("case", "timeline", "answers", "submit", "correction")},
        "api:material": draft | {"key": world.draft.spec.materials[0].key},
        "api:instead": draft | {"key": world.draft.spec.materials[0].key},
        "api:record": {"uid": world.record.uid},
    }


def address(name: str, kwargs: dict[str, Any]) -> str:
    return PREFIX + reverse(name, kwargs=kwargs)


def somebody_elses_absent(kwargs: dict[str, Any]) -> dict[str, Any]:
    """The same address of things that do not exist."""
    return {key: uid7() if isinstance(value, UUID) else value for key, value in kwargs.items()}
