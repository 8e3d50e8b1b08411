"""Where the feed stands that these pages steer."""

from django.urls import reverse


def home_of(network: str) -> str:
    return reverse("web:home", args=[network])
