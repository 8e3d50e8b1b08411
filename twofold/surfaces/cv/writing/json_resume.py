"""JSON Resume 1.2.1. What has no field of its own there is left out rather than bent; what goes on has no end."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from twofold.surfaces.cv.resume import Item, Resume

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/schema.json"

Written = dict[str, Any]


def as_json_resume(resume: Resume) -> Written:
    """The document. Empty fields are not in it: an empty string is not valid where a date or an address belongs."""
    document = {
        "$schema": SCHEMA,
        "basics": _basics(resume),
        "work": _list(_work, resume.of("experience")),
        "volunteer": _list(_volunteer, resume.of("volunteering")),
        "education": _list(_study, resume.of("education")),
        "awards": _list(_award, resume.of("honour")),
        "certificates": _list(_certificate, resume.of("licence")),
        "publications": _list(_publication, resume.of("publication")),
        "skills": [{"name": name} for name in resume.skills],
        "languages": _list(_language, resume.of("language")),
        "interests": [{"name": each.title} for each in resume.of("interest")],
        "references": [{"name": each.name, "reference": each.text} for each in resume.voices],
        "projects": [*_list(_project, resume.of("project")), *_list(_course, resume.of("course"))],
        "meta": {"canonical": resume.address, "version": "v1.2.1"},
    }
    return _filled(document)


def _basics(resume: Resume) -> Written:
    contacts = {each.details.get("way", ""): each for each in reversed(resume.of("contact"))}
    profiles = [{"network": "Twofold", "username": resume.handle, "url": resume.address}]
    profiles += [
        _filled({"network": each.title, "url": each.address})
        for each in resume.of("contact")
        if each.details.get("way") == "site" and each.address
    ]
    return {
        "name": resume.name,
        "label": resume.headline,
        "email": contacts["email"].text if "email" in contacts else "",
        "phone": contacts["phone"].text if "phone" in contacts else "",
        "url": resume.website,
        "summary": resume.about,
        "location": _filled({"city": resume.place}),
        "profiles": profiles,
    }


def _work(each: Item) -> Written:
    return {
        "name": each.organisation,
        "position": each.title,
        "location": each.place,
        "url": each.address,
        **_span(each),
        "summary": each.text,
    }


def _volunteer(each: Item) -> Written:
    return {
        "organization": each.organisation,
        "position": each.title,
        "url": each.address,
        **_span(each),
        "summary": each.text,
    }


def _study(each: Item) -> Written:
    return {
        "institution": each.organisation,
        "url": each.address,
        "area": each.details.get("field", ""),
        "studyType": each.title,
        **_span(each),
        "score": each.details.get("grade", ""),
    }


def _award(each: Item) -> Written:
    return {
        "title": each.title,
        "date": _month(each.began),
        "awarder": each.organisation,
        "summary": each.text,
    }


def _certificate(each: Item) -> Written:
    return {"name": each.title, "date": _month(each.began), "issuer": each.organisation, "url": each.address}


def _publication(each: Item) -> Written:
    return {
        "name": each.title,
        "publisher": each.organisation,
        "releaseDate": _month(each.began),
        "url": each.address,
        "summary": each.text,
    }


def _language(each: Item) -> Written:
    return {"language": each.title, "fluency": each.details.get("level", "")}


def _project(each: Item) -> Written:
    return {
        "name": each.title,
        "entity": each.organisation,
        "description": each.text,
        "keywords": list(each.skills),
        **_span(each),
        "url": each.address,
    }


def _course(each: Item) -> Written:
    return {**_project(each), "type": "course"}


def _span(each: Item) -> Written:
    return {"startDate": _month(each.began), "endDate": _month(each.ended)}


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""


def _list(write: Callable[[Item], Written], items: Iterable[Item]) -> list[Written]:
    return [_filled(write(each)) for each in items]


def _filled(written: Written) -> Written:
    return {key: value for key, value in written.items() if value not in ("", None, [], {})}
