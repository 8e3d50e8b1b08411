"""How much the first page weighs: everything but pictures, as it travels, with nothing kept before."""

from playwright.sync_api import Browser

MOST_BYTES = 100_000
_PICTURES = {"Image", "Media"}


def weigh(of: Browser, address: str, state: dict | None) -> dict[str, int]:
    """Bytes by kind (compressed, with headers), pictures and the icon left out but the sprite counted."""
    context = of.new_context(storage_state=state, viewport={"width": 1280, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    kinds: dict[str, str] = {}
    bytes_of: dict[str, int] = {}
    talk = context.new_cdp_session(page)
    talk.on("Network.responseReceived", lambda said: kinds.update({said["requestId"]: said["type"]}))

    def arrived(said: dict) -> None:
        kind = kinds.get(said["requestId"], "Other")
        if kind not in _PICTURES:
            bytes_of[kind] = bytes_of.get(kind, 0) + int(said["encodedDataLength"])

    talk.on("Network.loadingFinished", arrived)
    talk.send("Network.enable")
    page.goto(address, wait_until="load")
    page.wait_for_timeout(800)
    context.close()
    return bytes_of
