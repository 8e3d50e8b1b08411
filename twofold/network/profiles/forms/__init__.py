"""What is typed about oneself."""

from twofold.network.profiles.forms.entries import EntryTyped, choice_of, reach_options, read_entry
from twofold.network.profiles.forms.words import ProfileForm, crop_of

__all__ = ["EntryTyped", "ProfileForm", "choice_of", "crop_of", "reach_options", "read_entry"]
