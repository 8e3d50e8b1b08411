"""How allauth behaves here: where people go after they came in, and how its letters are written."""

import re
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from twofold.people.accounts.queries import count_passkeys, networks_of

_ADDRESS = re.compile(r"https?://\S+")


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("That is your address already."),
        "email_password_mismatch": _(
            "This address and this password do not belong together. Check both, or ask for a new password."
        ),
        "email_taken": _("This address cannot be used. Choose another one."),
        "enter_current_password": _("That is not the password until now."),
        "incorrect_code": _("That is not the code. Look at the latest letter, or ask for another code."),
        "incorrect_password": _("That is not your password."),
        "rate_limited": _("That was a little fast. Wait a minute, then try again."),
        "same_as_current": _("That is what it is now. Choose something new."),
        "too_many_login_attempts": _("Too many tries. Wait a while, then try again."),
    }

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the network that was used last, or to the beginning for somebody who is present in none."""
        networks = networks_of(request.user)
        return f"/{networks[0]}/" if networks else resolve_url("accounts:welcome")

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        """A letter in plain text, and the same words as simple HTML: each template is written once."""
        words = {**context, "server": settings.NAME, "base_url": settings.BASE_URL}
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", words).split())
        text = render_to_string(f"{template_prefix}_message.txt", words).strip() + "\n"
        paragraphs = [_pieces(each) for each in re.split(r"\n\s*\n", text.strip())]
        html = render_to_string(
            "account/email/letter_email.html", {**words, "subject": subject, "paragraphs": paragraphs}
        )
        to = [email] if isinstance(email, str) else email
        letter = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, to, headers=headers)
        letter.attach_alternative(html, "text/html")
        return letter


def _pieces(paragraph: str) -> list[tuple[str, bool]]:
    """The words of a paragraph, and whether they are an address to be made a link."""
    pieces, end = [], 0
    for found in _ADDRESS.finditer(paragraph):
        pieces += [(paragraph[end : found.start()], False), (found.group(), True)]
        end = found.end()
    return [*pieces, (paragraph[end:], False)]


class MFAAdapter(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That is not the code that your app shows now. Wait for the next one."),
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict:
        """What a passkey is called in its owner's device."""
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.email}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a new passkey is called until its owner says better: Passkey, Passkey 2, …"""
        number = count_passkeys(user) + 1
        return gettext("Passkey") if number == 1 else gettext("Passkey %(number)d") % {"number": number}
