"""The questions of an item on a page: a form made from its file alone, with repeated rows and conditional questions.

Conditional questions are always in the page; those not asked are hidden by the server, and a script that reads the
same condition shows them as soon as the answer they depend on is given.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BoundField

from applications.filling import Problems
from applications.forms.drawn import DrawnForm
from applications.forms.shapes import shape_of, shown
from hall.catalogue.conditions import fields_of
from hall.catalogue.spec import FormField, said

# Stands for the number of a row in the empty row that a script copies.
BLANK = "__n__"


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    place: str
    number: int
    inputs: list[BoundField]


@dataclass(frozen=True, slots=True)
class Question:
    """One question ready to be drawn: a single input, or rows of inputs with an empty one to copy."""

    key: str
    label: str
    asked: bool
    when: str
    required: bool
    help: str
    errors: list[str]
    bound: BoundField | None = None
    rows: tuple[RepeatedRow, ...] = ()
    blank: RepeatedRow | None = None


class QuestionForm(DrawnForm):
    """Draws ``values`` and ``problems``."""

    def __init__(
        self,
        questions: Sequence[FormField],
        values: Mapping[str, Any],
        problems: Problems | None = None,
        *,
        asked_with: Mapping[str, Any] | None = None,
    ) -> None:
        """``asked_with`` are all the answers that conditions read, where ``values`` are only some."""
        self.questions, self.values, self.problems = questions, values, problems or {}
        self.asked_with = values if asked_with is None else asked_with
        super().__init__(initial=dict(self._initial()))
        for question in questions:
            self._add(question)

    def _initial(self) -> Iterator[tuple[str, Any]]:
        for question in self.questions:
            value = self.values.get(question.key)
            if question.type != "rows":
                yield question.key, shown(question, value)
                continue
            for number, row in enumerate(_rows(value)):
                for column in question.columns:
                    yield f"{question.key}.{number}.{column.key}", shown(column, row.get(column.key))

    def _add(self, question: FormField) -> None:
        if question.type != "rows":
            self.fields[question.key] = shape_of(question)
            return
        for number in [*range(len(_rows(self.values.get(question.key)))), BLANK]:
            for column in question.columns:
                self.fields[f"{question.key}.{number}.{column.key}"] = shape_of(column)

    @property
    def layout(self) -> list[Question]:
        return [self._question(question) for question in self.questions]

    def _question(self, question: FormField) -> Question:
        repeated = question.type == "rows"
        return Question(
            key=question.key,
            label=said(question.label),
            asked=question.asked(self.asked_with),
            when=json.dumps(question.when, cls=DjangoJSONEncoder) if question.when else "",
            required=question.required,
            help=said(question.help),
            errors=self.problems.get(question.key, []) if repeated else [],
            bound=None if repeated else self[question.key],
            rows=tuple(self._repeated(question)) if repeated else (),
            blank=self._row(question, BLANK, 0) if repeated else None,
        )

    def _repeated(self, question: FormField) -> Iterator[RepeatedRow]:
        for number in range(len(_rows(self.values.get(question.key)))):
            yield self._row(question, number, number + 1)

    def _row(self, question: FormField, index: int | str, number: int) -> RepeatedRow:
        place = f"{question.key}.{index}"
        return RepeatedRow(place, number, [self[f"{place}.{column.key}"] for column in question.columns])

    @property
    def links(self) -> list[tuple[str, str]]:
        """For the error summary: where each problem stands, and its words with the name of the question."""
        labels = {question.key: said(question.label) for question in self.questions}
        return [
            (self._anchor(place), f"{self._label(place, labels)}：{word}")
            for place, words in self.problems.items()
            if place.partition(".")[0] in labels
            for word in words
        ]

    def _anchor(self, place: str) -> str:
        if place not in self.fields:
            return f"id_{place}"
        bound = self[place]
        return f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label

    def _label(self, place: str, labels: Mapping[str, str]) -> str:
        key, _dot, rest = place.partition(".")
        if not rest:
            return labels[key]
        return f"{labels[key]} {int(rest.partition('.')[0]) + 1} · {self[place].label}"

    @property
    def known(self) -> str:
        """Answers on other pages that conditions on this one read, as JSON for the script."""
        wanted = set().union(*(fields_of(question.when) for question in self.questions))
        here = {question.key for question in self.questions}
        return json.dumps({key: self.asked_with.get(key) for key in sorted(wanted - here)}, cls=DjangoJSONEncoder)


def _rows(value: Any) -> list[Mapping[str, Any]]:
    """At least one row is there to be filled in."""
    given = value if isinstance(value, list) else []
    rows: list[Mapping[str, Any]] = [row for row in given if isinstance(row, Mapping)]
    return rows or [{}]
