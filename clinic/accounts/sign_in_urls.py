"""The library's pages that the clinic uses, one by one; what is not named here does not exist.

The library looks them up by its own names, so these stand outside of the clinic's namespace.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path

from clinic.accounts import sign_in_views as own
from clinic.accounts.gate import setting_up, signed_in_page, staff_page
from clinic.roles import May

urlpatterns: list[URLPattern] = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/code/", own.SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey/", own.PasskeySignIn.as_view(), name="mfa_login_webauthn"),
    path("sign-in/off/", account.account_inactive, name="account_inactive"),
    path("sign-out/", own.SignOut.as_view(), name="account_logout"),
    path("password/lost/", account.password_reset, name="account_reset_password"),
    path("password/lost/sent/", account.password_reset_done, name="account_reset_password_done"),
    path("password/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path(
        "password/set/<str:uidb36>/<str:key>/", account.password_reset_from_key, name="account_reset_password_from_key"
    ),
    path("prove/", signed_in_page(account.reauthenticate), name="account_reauthenticate"),
    path("prove/code/", signed_in_page(factors.reauthenticate), name="mfa_reauthenticate"),
    path("prove/passkey/", signed_in_page(own.ProvePasskey.as_view()), name="mfa_reauthenticate_webauthn"),
    path("me/password/", staff_page(May.SIGN_IN)(account.password_change), name="account_change_password"),
    path("me/sessions/", staff_page(May.SIGN_IN)(own.Sessions.as_view()), name="usersessions_list"),
    path("me/second-step/", setting_up(factors.index), name="mfa_index"),
    path("me/second-step/app/", setting_up(own.SetUpApp.as_view()), name="mfa_activate_totp"),
    path("me/second-step/app/remove/", setting_up(own.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path("me/second-step/codes/", setting_up(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("me/second-step/codes/new/", setting_up(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("me/passkeys/", setting_up(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("me/passkeys/add/", setting_up(own.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path("me/passkeys/<int:pk>/name/", setting_up(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("me/passkeys/<int:pk>/remove/", setting_up(own.RemovePasskey.as_view()), name="mfa_remove_webauthn"),
]
