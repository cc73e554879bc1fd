"""A page keeps what it was shown with; of the hundreds of templates inside it nobody asks, and copying each costs."""

from collections.abc import Iterator

import pytest
from django.template import Context, RequestContext, Template
from django.template.base import NodeList
from django.test.signals import template_rendered


@pytest.fixture(scope="session", autouse=True)
def only_pages_are_remembered(django_test_environment: None) -> Iterator[None]:
    usual = Template._render  # type: ignore[attr-defined]
    Template._render = _render  # type: ignore[attr-defined]
    yield
    Template._render = usual  # type: ignore[attr-defined]


def _render(template: Template, context: Context) -> str:
    if isinstance(context, RequestContext) and context.template is template:
        template_rendered.send(sender=template, template=template, context=context)
    nodes: NodeList = template.nodelist
    return nodes.render(context)
