"""The pulse of a server: is it alive, and how does it fare. Figures of the whole only, never of one person."""

import hmac

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Gauge, Histogram, generate_latest

from twofold.foundation.courier import queries as courier
from twofold.foundation.kit.refusals import Absent

log = structlog.get_logger("request")

SLOW_SECONDS = 1.0
AT_HOME = {"127.0.0.1", "::1"}
PASSED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")

answers = Histogram(
    "twofold_answer_seconds",
    "Time to answer, by method, name of the address and status.",
    ["method", "view", "status"],
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
lag = Gauge("twofold_courier_lag_seconds", "How long the oldest due delivery has waited.")
waiting = Gauge("twofold_courier_waiting", "Deliveries that are due.")


def beat(request: HttpRequest, status: int, seconds: float) -> None:
    """Count an answer; log it when it failed or took long. The address's name, never the address: that names people."""
    match = getattr(request, "resolver_match", None)
    view = (match.view_name if match else "") or "unnamed"
    method = (
        request.method if request.method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"} else "OTHER"
    )
    tally(method, view, status, seconds)


def tally(method: str, view: str, status: int, seconds: float) -> None:
    """As `beat`, for an answer without a request of Django's."""
    answers.labels(method, view, status).observe(seconds)
    if status >= 500 or seconds > SLOW_SECONDS:
        log.warning("answer", method=method, view=view, status=status, ms=round(seconds * 1000))


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when pages can be made, 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type="text/plain")
    return HttpResponse("well\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus: for this machine itself, or whoever has the token; for others there is no such page."""
    if not may_measure(request):
        raise Absent
    lag.set(courier.lag().total_seconds())
    waiting.set(courier.waiting())
    return HttpResponse(generate_latest(REGISTRY), content_type=CONTENT_TYPE_LATEST)


def may_measure(request: HttpRequest) -> bool:
    """Whether the token of the settings is shown, or the request was made on this machine and passed on by nobody."""
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METRICS_TOKEN and hmac.compare_digest(shown.encode(), settings.METRICS_TOKEN.encode()):
        return True
    passed_on = any(name in request.META for name in PASSED_ON)
    return request.META.get("REMOTE_ADDR") in AT_HOME and not passed_on
