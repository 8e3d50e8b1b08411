"""What can stand in an address besides words. Imported before any list of addresses, which may use them at once."""

from django.urls import register_converter

from twofold.foundation.kit.ids import IdConverter
from twofold.people.personas.addresses import HandleConverter, NetworkConverter

register_converter(IdConverter, "id")
register_converter(HandleConverter, "handle")
register_converter(NetworkConverter, "network")
