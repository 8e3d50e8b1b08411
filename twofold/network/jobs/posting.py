"""A job as schema.org's JobPosting, the way search engines read it."""

import json
from typing import Any

from django.conf import settings
from django.utils.html import escape
from markupsafe import Markup

from twofold.foundation.kit.ids import encode
from twofold.network.jobs.models import Job, JobSkill, Type, Workplace
from twofold.network.jobs.towns import town_of

_TYPES = {
    Type.FULL: "FULL_TIME",
    Type.PART: "PART_TIME",
    Type.TEMPORARY: "TEMPORARY",
    Type.CONTRACT: "CONTRACTOR",
    Type.INTERNSHIP: "INTERN",
    Type.VOLUNTEER: "VOLUNTEER",
}


def address_of(job: Job) -> str:
    return f"{settings.BASE_URL}{path_of(job)}"


def path_of(job: Job) -> str:
    return f"/{job.author.network}/jobs/{encode(job.pk)}/"


def posting(job: Job, skills: list[JobSkill]) -> dict[str, Any]:
    """The job as JSON-LD; for open jobs, which say all that it needs."""
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": job.title,
        "description": paragraphs(job.text),
        "identifier": {"@type": "PropertyValue", "name": job.author.name, "value": encode(job.pk)},
        "datePosted": f"{job.published_at:%Y-%m-%d}" if job.published_at else "",
        "employmentType": _TYPES[Type(job.type)],
        "hiringOrganization": {
            "@type": "Organization",
            "name": job.author.name,
            "sameAs": job.author.website or f"{settings.BASE_URL}/{job.author.network}/@{job.author.handle}/",
        },
        "directApply": not job.source_url,
        "url": address_of(job),
        **_where(job),
    }
    # What comes from elsewhere may leave out what every job of our own says.
    if job.closes_on:
        found["validThrough"] = f"{job.closes_on}T23:59:59Z"
    if job.salary_low is not None:
        found["baseSalary"] = _salary(job)
    if skills:
        found["skills"] = ", ".join(each.name for each in skills)
    return found


def _salary(job: Job) -> dict[str, Any]:
    value = {
        "@type": "QuantitativeValue",
        "minValue": job.salary_low,
        "maxValue": job.salary_high,
        "unitText": job.period.upper(),
    }
    return {"@type": "MonetaryAmount", "currency": job.currency, "value": value}


def _where(job: Job) -> dict[str, Any]:
    if job.workplace == Workplace.REMOTE:
        country = {"@type": "Country", "name": job.country}
        return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": country}
    address = {"@type": "PostalAddress", "addressLocality": job.place, "addressCountry": job.country}
    return {"jobLocation": {"@type": "Place", "address": address, **_around(job)}}


def _around(job: Job) -> dict[str, Any]:
    """Work that moves: the circle around its town, its radius in metres, where it is known where that lies."""
    middle = town_of(job.place, job.country) if job.radius else None
    if middle is None:
        return {}
    at = {"@type": "GeoCoordinates", "latitude": middle.latitude, "longitude": middle.longitude}
    return {"geo": {"@type": "GeoCircle", "geoMidpoint": at, "geoRadius": 1000 * job.radius}}


def paragraphs(text: str) -> str:
    """A plain text as HTML: paragraphs, and lines that begin with a dash as lists."""
    return "".join(_block(each.split("\n")) for each in text.split("\n\n") if each.strip())


def _block(lines: list[str]) -> str:
    out, listed = [], False
    for line in lines:
        item = line[:2] in ("- ", "* ", "• ")
        if item != listed:
            out.append("<ul>" if item else "</ul>")
            listed = item
        out.append(f"<li>{escape(line[2:])}</li>" if item else f"<p>{escape(line)}</p>")
    return "".join([*out, "</ul>" if listed else ""])


def as_script(data: dict[str, Any]) -> Markup:
    """Data for a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter, code in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(letter, code)
    return Markup(text)
