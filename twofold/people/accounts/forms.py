from typing import Any

from allauth.account.forms import SignupForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit import clock
from twofold.people.personas.models import Network

SPOKEN = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}


class JoinForm(SignupForm):
    """Joining with an address that has an account takes as long as joining with a new one."""

    def try_save(self, request: HttpRequest) -> Any:
        if self.account_already_exists and self.cleaned_data.get("password1"):
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class PresenceForm(forms.Form):
    """The first words of one presence. Its prefix is the network."""

    name = forms.CharField(max_length=80, label=_("Name"))
    handle = forms.CharField(max_length=60, label=_("Handle"), widget=forms.TextInput(SPOKEN))
    # What the browser's clock is set to; days and quiet hours follow it until somebody says otherwise.
    time_zone = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        zone = str(self.cleaned_data["time_zone"])
        return zone if zone in clock.zones() else ""


class NetworksForm(forms.Form):
    """Professional, social or both."""

    networks = forms.MultipleChoiceField(
        choices=Network.choices, error_messages={"required": _("Choose at least one network.")}
    )


class ConfirmForm(forms.Form):
    """A box that is ticked by somebody who means it."""

    sure = forms.BooleanField(error_messages={"required": _("Tick the box if you are sure.")})
