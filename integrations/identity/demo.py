"""A demonstration of identity proof: it checks nothing, says so, and is absent outside a demo."""

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from hall.accounts.identity import IdentityProvider, providers
from hall.accounts.models import Kind, RealNameLevel, User


class DemoProvider(IdentityProvider):
    key = "demo"
    name = _("演示认证")
    description = _("仅用于演示：不核验任何信息，点一下即可达到中级。正式安装须换成真实的认证渠道。")
    level = RealNameLevel.SECOND

    def serves(self, user: User) -> bool:
        return settings.HALL_DEMO and user.kind != Kind.STAFF and super().serves(user)

    def start_url(self, next_url: str) -> str:
        return f"{reverse('identity:demo')}?{urlencode({'next': next_url})}"


def demo_provider() -> DemoProvider | None:
    """The adapter, if this installation names it and is a demonstration."""
    named = (provider for provider in providers() if isinstance(provider, DemoProvider))
    return next(named, None) if settings.HALL_DEMO else None
