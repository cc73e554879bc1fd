"""Materials that are fetched instead of asked for: the source is one of this installation (行政许可法 Art. 33)."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem
from hall.catalogue.sharing import sources


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    known = sources()
    for number, one in enumerate(content.get("materials", ())):
        if "data_share_source" not in one:
            continue
        path, written = f"materials[{number}].data_share_source", one["data_share_source"]
        source = known.get(written["source"])
        if source is None:
            names = "、".join(known) or "无"
            yield Problem(f"{path}.source", f"没有登记这个数据共享来源；已登记的有：{names}")
        elif source.seeks and "of" not in written:
            yield Problem(f"{path}.of", "这个来源要写明查什么（of），例如证照名称")
        elif not set(content.get("applicants", source.about)) & set(source.about):
            yield Problem(f"{path}.source", "这个来源没有本事项申请人的数据")
