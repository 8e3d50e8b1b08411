"""What is typed about oneself."""

from twofold.network.profiles.forms.entries import EntryTyped, read_entry
from twofold.network.profiles.forms.words import ProfileForm

__all__ = ["EntryTyped", "ProfileForm", "read_entry"]
