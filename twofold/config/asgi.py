"""The front: one port for everything. Live streams are served here natively, all else by the pages through WSGI."""

import gc
import os
import signal
import threading
from multiprocessing import parent_process

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")

# First of ours: it sets Django up, and models can be read only after that.
from twofold.config.wsgi import application as pages  # isort: skip

from django.conf import settings

from twofold.config.bridge import Bridge, Message, Receive, Send
from twofold.surfaces.live import streams
from twofold.surfaces.live.hub import Hub

hub = Hub()
bridge = Bridge(pages, threads=settings.THREADS)
# From here on garbage is looked for among what requests make, not in the program.
gc.freeze()


async def application(scope: Message, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _live_and_end(receive, send)
    elif scope["type"] != "http":
        await send({"type": "websocket.close", "code": 1000})
    elif scope["path"].startswith("/live/"):
        await streams.serve(hub, scope, receive, send)
    else:
        await bridge(scope, receive, send)


async def _live_and_end(receive: Receive, send: Send) -> None:
    await receive()
    threading.Thread(target=_end_with_the_launcher, daemon=True).start()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    hub.close()
    await send({"type": "lifespan.shutdown.complete"})


def _end_with_the_launcher() -> None:
    """A launcher that is killed can end no worker: one that went on would hold the port, with no courier beside it."""
    if launcher := parent_process():
        launcher.join()
        os.kill(os.getpid(), signal.SIGTERM)
