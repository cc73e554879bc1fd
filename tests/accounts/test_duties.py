"""Posts decide who may do what, and where."""

from django.contrib.auth.models import AnonymousUser

from hall.accounts.models import Duty, Post, User
from hall.accounts.people import actor_of
from hall.accounts.rules import departments_of, has_duty, is_staff


def test_the_public_hold_no_duty_even_if_a_post_was_given_by_mistake(applicant_zhang, city):
    Post.objects.create(user=applicant_zhang, department=city.departments["yz-wj"], duty=Duty.SIGNER)
    assert not is_staff(applicant_zhang)
    assert not has_duty(applicant_zhang, Duty.SIGNER)
    assert not departments_of(applicant_zhang, Duty.SIGNER).exists()


def test_a_visitor_without_an_account_holds_no_duty(db):
    assert not is_staff(AnonymousUser())
    assert not has_duty(AnonymousUser(), Duty.WINDOW)
    assert not departments_of(AnonymousUser(), Duty.WINDOW).exists()


def test_a_closed_staff_account_holds_no_duty(yz_wj_signer, city):
    yz_wj_signer.is_active = False
    assert not has_duty(yz_wj_signer, Duty.SIGNER, city.departments["yz-wj"])


def test_a_duty_without_a_place_means_anywhere(yz_wj_signer):
    assert has_duty(yz_wj_signer, Duty.SIGNER)
    assert not has_duty(yz_wj_signer, Duty.WINDOW)


def test_where_somebody_works_follows_the_duty_asked_for(yz_window, yz_wj_window, city):
    assert list(departments_of(yz_wj_window, Duty.WINDOW)) == [city.departments["yz-wj"]]
    assert list(departments_of(yz_wj_window)) == [city.departments["yz-wj"]]
    assert not departments_of(yz_wj_window, Duty.SIGNER).exists()
    assert {one.hall_id for one in departments_of(yz_window, Duty.WINDOW, Duty.SIGNER)} == {city.yz.pk}


def test_one_request_reads_the_posts_once(yz_window, city, django_assert_num_queries):
    user = User.objects.get(pk=yz_window.pk)
    with django_assert_num_queries(1):
        for department in city.departments.values():
            has_duty(user, Duty.WINDOW, department)


def test_history_names_somebody_as_they_were_called(yz_wj_window):
    actor = actor_of(yz_wj_window)
    assert (actor.uid, actor.name) == (yz_wj_window.uid, yz_wj_window.name)


def test_signer_and_examiner_of_one_department_are_two_people(yz_wj_signer, yz_wj_examiner):
    assert yz_wj_signer.uid != yz_wj_examiner.uid
