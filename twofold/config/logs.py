"""Logs: one JSON object a line, or coloured words on a terminal; never content, e-mail addresses or who it was.

Libraries write addresses of pages and values of rows into their messages. Of them only the logger, the level, the
status and where in the code it happened are kept.
"""

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

OURS = ("twofold", "courier", "request", "granian", "live")
# What Django says in them is a page's address.
SPEAKS_OF_PAGES = ("django.request", "django.security", "django.server")
DEPTH = 8


def places(problem: BaseException | None) -> list[str]:
    """Where it happened, innermost last: file, line and function, without any value."""
    if problem is None:
        return []
    trace: TracebackType | None = problem.__traceback__
    frames = traceback.extract_tb(trace)[-DEPTH:]
    return [f"{frame.filename.rsplit('site-packages/')[-1]}:{frame.lineno} {frame.name}" for frame in frames]


def without_values(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Keep the kind of a problem and its places; an error's own words quote rows."""
    given = event.pop("exc_info", None)
    problem = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(problem, BaseException):
        event["error"] = type(problem).__name__
        event["places"] = places(problem)
    return event


def of_libraries(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replace what Django says of a page by what happened."""
    record = event.get("_record")
    if record is not None and record.name.startswith(SPEAKS_OF_PAGES):
        status = getattr(record, "status_code", None)
        event["event"] = f"answered {status}" if status else record.name
    return event


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    without_values,
]


def configured(*, level: str = "INFO", plain: bool | None = None) -> dict[str, Any]:
    """The LOGGING setting; structlog is set up on the way. `plain`: for eyes, by default on a terminal."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    plain = sys.stderr.isatty() if plain is None else plain
    renderer: Any = structlog.dev.ConsoleRenderer() if plain else structlog.processors.JSONRenderer()
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [of_libraries, structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": formatter},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["lines"], "level": logging.getLevelName(logging.WARNING)},
        "loggers": {
            **{name: {"level": level} for name in OURS},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            # 404 and 403 are no news; what breaks is.
            "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        },
    }
