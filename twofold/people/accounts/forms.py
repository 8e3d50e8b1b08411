from django import forms
from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Network

SPOKEN = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}


class PresenceForm(forms.Form):
    """The first words of one presence. Its prefix is the network."""

    name = forms.CharField(max_length=80, label=_("Name"))
    handle = forms.CharField(max_length=60, label=_("Handle"), widget=forms.TextInput(SPOKEN))


class NetworksForm(forms.Form):
    """Professional, social or both."""

    networks = forms.MultipleChoiceField(
        choices=Network.choices, error_messages={"required": _("Choose at least one network.")}
    )


class ConfirmForm(forms.Form):
    """A box that is ticked by somebody who means it."""

    sure = forms.BooleanField(error_messages={"required": _("Tick the box if you are sure.")})
