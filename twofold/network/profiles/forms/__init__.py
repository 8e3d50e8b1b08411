"""What is typed about oneself."""

from twofold.network.profiles.forms.entries import EntryTyped, read_entry
from twofold.network.profiles.forms.words import ProfileForm, crop_of

__all__ = ["EntryTyped", "ProfileForm", "crop_of", "read_entry"]
