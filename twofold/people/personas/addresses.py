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
    """`<handle:handle>`: a handle after its @, any letters; compared by its skeleton."""

    regex = r"[\w.\-]{1,30}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
