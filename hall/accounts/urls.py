from django.urls import path

from hall.accounts.views import profile, real_name, sign_in, sign_up

app_name = "accounts"

urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="sign_in"),
    path("sign-out/", sign_in.SignOut.as_view(), name="sign_out"),
    path("sign-up/", sign_up.choose, name="sign_up"),
    path("sign-up/person/", sign_up.person, name="sign_up_person"),
    path("sign-up/organisation/", sign_up.organisation, name="sign_up_organisation"),
    path("privacy/", sign_up.privacy, name="privacy"),
    path("profile/", profile.profile, name="profile"),
    path("profile/contact/", profile.contact, name="contact"),
    path("password/", profile.password, name="password"),
    path("real-name/", real_name.real_name, name="real_name"),
]
