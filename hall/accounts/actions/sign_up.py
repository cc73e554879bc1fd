"""Opening an account for a person or an organisation."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hall.accounts.models import Kind, User
from hall.accounts.people import actor_of
from hall.accounts.privacy import PRIVACY_NOTICE_VERSION
from hall.audit.trail import record
from hall.errors import Invalid


@dataclass(frozen=True, slots=True)
class PersonDetails:
    name: str
    id_number: str
    phone: str
    username: str
    password: str


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    name: str
    uscc: str
    legal_representative: str
    handler_name: str
    phone: str
    username: str
    password: str


def sign_up_person(details: PersonDetails, *, hall_code: str) -> User:
    user = User(
        kind=Kind.PERSON,
        name=details.name,
        id_number=details.id_number,
        phone=details.phone,
        username=details.username.lower(),
    )
    return _open_account(user, details.password, hall_code)


def sign_up_organisation(details: OrganisationDetails, *, hall_code: str) -> User:
    user = User(
        kind=Kind.ORGANISATION,
        name=details.name,
        uscc=details.uscc,
        legal_representative=details.legal_representative,
        handler_name=details.handler_name,
        phone=details.phone,
        username=details.username.lower(),
    )
    return _open_account(user, details.password, hall_code)


def _open_account(user: User, password: str, hall_code: str) -> User:
    user.set_password(password)
    user.privacy_notice = PRIVACY_NOTICE_VERSION
    try:
        with transaction.atomic():
            user.save(force_insert=True)
            record("account.opened", actor=actor_of(user), hall_code=hall_code, subject_uid=user.uid)
    except IntegrityError as clash:
        # The database decides between two that sign up at once; what it says of the other is not passed on.
        raise _taken(str(clash)) from clash
    return user


def _taken(clash: str) -> Invalid:
    """Tell that it cannot be, never whose it is."""
    known = _("如果您已经注册过，请直接登录；如果不是您本人注册的，请与本大厅联系。")
    if "one_account_for_a_person" in clash:
        problem = {"id_number": [_("这个身份证号码不能再注册账号。") + known]}
    elif "one_account_for_an_organisation" in clash:
        problem = {"uscc": [_("这个统一社会信用代码不能再注册账号。") + known]}
    else:
        problem = {"username": [_("这个用户名不能使用，请换一个。")]}
    return Invalid(_("注册没有完成。"), fields=problem)
