"""The drawing of the floors shows what the contract says."""

import re
import tomllib

from tests.setup.documents import ROOT, document

CONTRACT = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]


def drawn() -> list[set[str]]:
    """The modules of each floor, from the top."""
    floors = re.findall(r'"(\d+) · ([^"]+)"', document("docs/architecture.md"))
    return [set(modules.split(", ")) for _number, modules in sorted(floors, key=lambda floor: -int(floor[0]))]


def test_the_drawing_shows_every_floor_of_the_contract() -> None:
    assert drawn() == [set(re.split(r" [|:] ", layer)) for layer in CONTRACT["layers"]]
