"""What all pages of conversations share: who acts, and where one goes afterwards."""

from django.urls import reverse


def talk_at(network: str, conversation_id: int) -> str:
    return reverse("messaging:talk", args=[network, conversation_id])


def inbox_at(network: str, folder: str = "") -> str:
    address = reverse("messaging:inbox", args=[network])
    return f"{address}?in={folder}" if folder else address


def later_at(network: str) -> str:
    return reverse("messaging:laters", args=[network])


def names_in(text: str) -> list[str]:
    """Names or handles as they are typed, with commas between them."""
    return list(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
