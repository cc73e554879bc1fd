"""Item files as text. YAML 1.2 words only: ``no`` is a word, ``12:30`` a time of day, a date stays text.

Repeated keys and aliases are refused: PyYAML would drop the first silently, and aliases can grow without end.
"""

import re
from collections.abc import Hashable
from typing import Any

import yaml

from hall.catalogue.problems import Problem, Unreadable


class _Loader(yaml.SafeLoader):
    """A safe loader with the few plain words that are not text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            alias: yaml.events.AliasEvent = self.get_event()  # type: ignore[no-untyped-call]
            raise _refusal("不能使用别名（*）", alias.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node)
            if not isinstance(key, str):
                raise _refusal(f"名称“{key}”应为文字，请加引号", key_node.start_mark)
            if key in seen:
                raise _refusal(f"“{key}”写了两次", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def _refusal(words: str, mark: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=words, problem_mark=mark)


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+(?:e[-+][0-9]+)?", "-+0123456789"),
    ("null", r"~|null|", "~n\0"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), [*_first, ""])


def loads(text: str, file: str = "") -> Any:
    """The content of one item file. Raises Unreadable with the line."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a subclass of SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"第{mark.line + 1}行第{mark.column + 1}列" if mark else ""
        raise Unreadable([Problem(place, f"不是合格的 YAML：{error.problem}", file)]) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable([Problem("", f"不是合格的 YAML：{error}", file)]) from error


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, lists indented, no aliases: what a person would write."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


# YAML reads these as line breaks or refuses them bare; between double quotes they are escaped.
_NEEDS_QUOTES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = '"' if _NEEDS_QUOTES.search(value) else "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def dumps(content: Any) -> str:
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
