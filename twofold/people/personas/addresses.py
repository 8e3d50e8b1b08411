"""How networks and handles stand in addresses."""

from twofold.people.personas.models import Network


class NetworkConverter:
    """`<network:network>`: professional or social."""

    regex = "|".join(Network.values)

    def to_python(self, value: str) -> Network:
        return Network(value)

    def to_url(self, value: str) -> str:
        return str(Network(value).value)


class HandleConverter:
    """`<handle:handle>`: whatever stands after an @; compared by its skeleton, of any script with its marks."""

    regex = r"[^/@\s]{1,60}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
