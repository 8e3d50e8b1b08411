"""What a page may load and where its forms may lead (Content-Security-Policy), written once for all answers alike."""

from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponseBase


@cache
def _policy() -> str:
    return build_policy()


class PolicyMiddleware(CSPMiddleware):
    """The policy of the settings; built anew only for an answer that asks for one of its own. No page uses a nonce."""

    def process_request(self, request: HttpRequest) -> None:
        pass

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if any(hasattr(response, name) for name in ("_csp_update", "_csp_replace", "_csp_config")):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, _policy())
        return response
