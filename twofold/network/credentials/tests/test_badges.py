"""Badges are what the standards say, and readers that are not ours accept them, and refuse them once revoked."""

import gzip
import json
import re
import stat
from base64 import urlsafe_b64decode
from pathlib import Path

import pytest
from django.test import Client
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier
from openvc.proof.di_jcs import EddsaJcsProofSuite
from openvc.proof.errors import ProofError

from tests.world import person
from twofold.foundation.courier.worker import drain
from twofold.network.credentials import keys
from twofold.network.credentials.actions import issue, revoke
from twofold.network.credentials.documents import Award, open_badge
from twofold.network.credentials.issuer import did, did_document
from twofold.network.credentials.models import PLACES, Credential
from twofold.network.credentials.signing import token, with_proof, written
from twofold.network.credentials.verifying import check
from twofold.people.personas.actions import erase_persona

pytestmark = pytest.mark.django_db

AWARD = Award("Étude – 水", "They can.", "Two agree.", grounds=[("Both at Delta Works", "Stated by one.")])


@pytest.fixture(autouse=True)
def _server(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.BASE_URL, settings.BASE_HOST = "https://veermond.example", "veermond.example"
    settings.ALLOWED_HOSTS = ["veermond.example"]


@pytest.fixture
def nadia():
    return person("nadia", "professional", name="Nadia Okafor")


def badge_of(subject, about: int = 1) -> dict:
    return open_badge(issue(subject, kind="endorsement", about=about), subject, AWARD)


def fetch(address: str) -> bytes:
    """What a reader somewhere else gets: no cookie, from our own pages."""
    path = address.removeprefix("https://veermond.example")
    answer = Client(headers={"host": "veermond.example"}).get(path)
    assert answer.status_code == 200, address
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    return answer.content


def accept(jwt: str):
    """Another library's verifier: it fetches our did:web document and our status list, and trusts neither unsigned."""
    return OB3Verifier.for_issuer_did(did(), fetch).verify(jwt, check_status=True, download=fetch)


def test_a_verifier_not_ours_accepts_the_token_until_it_is_revoked(nadia):
    document = badge_of(nadia)
    found = accept(token(document))
    assert found.achievement.name == AWARD.name
    assert found.recipient_id == "https://veermond.example/professional/@nadia/"
    assert check(token(document)).state == "valid"
    revoke(kind="endorsement", abouts=[1])
    with pytest.raises(OB3VerificationError, match="revocation"):
        accept(token(document))
    assert check(token(document)).state == "revoked"


def test_a_verifier_not_ours_accepts_the_proof_inside_the_document(nadia):
    secured = json.loads(written(with_proof(badge_of(nadia))))
    methods = {each["id"]: each for each in did_document()["verificationMethod"]}
    method = secured["proof"]["verificationMethod"]
    assert methods[method]["type"] == "Multikey"
    jwk = methods[method.removesuffix("-multikey")]["publicKeyJwk"]
    suite = EddsaJcsProofSuite()
    assert suite.verify(secured, public_key_jwk=jwk).issuer == did()
    assert check(json.dumps(secured)).state == "valid"
    secured["credentialSubject"]["achievement"]["name"] = "Brain surgery"
    with pytest.raises(ProofError):
        suite.verify(secured, public_key_jwk=jwk)
    assert check(json.dumps(secured)).state == "changed"


def test_the_document_is_what_the_schema_of_open_badges_asks_for(nadia):
    found = badge_of(nadia)
    assert found["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert re.fullmatch(
        r"https://purl.imsglobal.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json", found["@context"][1]
    )
    assert found["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert {"id", "issuer", "validFrom", "credentialSubject", "name"} <= set(found)
    assert "Profile" in found["issuer"]["type"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["validFrom"])
    subject = found["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"]
    [name] = subject["identifier"]
    assert name == {
        "type": "IdentityObject",
        "identityType": "name",
        "hashed": False,
        "identityHash": "Nadia Okafor",
    }
    achievement = subject["achievement"]
    assert achievement["type"] == ["Achievement"]
    assert {"id", "criteria", "description", "name", "achievementType"} <= set(achievement)
    assert achievement["criteria"]["narrative"]
    assert all(each["type"] == ["Evidence"] for each in found["evidence"])
    assert found["credentialSchema"][0]["type"] == "1EdTechJsonSchemaValidator2019"
    status = found["credentialStatus"]
    assert status["type"] == "BitstringStatusListEntry"
    assert status["statusPurpose"] == "revocation"
    assert status["statusListIndex"].isdigit()
    for address in (found["id"], achievement["id"], subject["id"], status["statusListCredential"]):
        assert ":" in address


def test_a_badge_tells_of_its_subject_nothing_but_name_and_profile(nadia):
    document = badge_of(nadia)
    stands = written(document)
    account = nadia.pk
    for secret in (str(account), "example.org", "member", str(Credential.objects.get().pk)):
        assert secret not in stands.replace("veermond.example", "")
    assert set(document["credentialSubject"]) == {"id", "type", "identifier", "achievement"}


def test_the_same_achievement_is_the_same_for_everybody(nadia):
    other = person("tomas", "professional")
    one, two = badge_of(nadia)["credentialSubject"], badge_of(other, 2)["credentialSubject"]
    assert one["achievement"]["id"] == two["achievement"]["id"]


def list_of(number: int = 1) -> dict:
    raw = fetch(f"https://veermond.example/credentials/status/{number}").decode()
    return json.loads(urlsafe_b64decode(raw.split(".")[1] + "=="))


def bits(document: dict) -> bytes:
    encoded = document["credentialSubject"]["encodedList"]
    assert encoded[0] == "u"
    return gzip.decompress(urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))


def test_the_status_list_is_a_bitstring_and_tells_of_nobody(nadia):
    before = list_of()
    badge_of(nadia)
    document = list_of()
    assert document == before  # that something was issued shows nowhere
    assert document["type"] == ["VerifiableCredential", "BitstringStatusListCredential"]
    subject = document["credentialSubject"]
    assert (subject["type"], subject["statusPurpose"]) == ("BitstringStatusList", "revocation")
    assert len(bits(document)) * 8 == PLACES >= 131_072
    place = Credential.objects.get().place
    revoke(kind="endorsement", abouts=[1])
    after = bits(list_of())
    assert [n for n in range(PLACES) if after[n // 8] & (128 >> n % 8)] == [place]
    assert Client(headers={"host": "veermond.example"}).get("/credentials/status/7").status_code == 404


def test_places_are_drawn_at_random(nadia):
    places = [issue(nadia, kind="endorsement", about=n).place for n in range(12)]
    assert len(set(places)) == 12
    assert max(places) - min(places) > PLACES // 100
    assert places != sorted(places)


def test_who_is_gone_leaves_a_set_bit_and_no_name(nadia):
    jwt = token(badge_of(nadia))
    place = Credential.objects.get().place
    erase_persona(nadia)
    drain()
    kept = Credential.objects.get()
    assert (kept.place, kept.subject, kept.kind, kept.about) == (place, None, "", None)
    assert kept.revoked_at
    assert check(jwt).state == "revoked"


def test_keys_lie_in_the_data_folder_for_their_owner_alone(tmp_path):
    first = keys.signing_key()
    [path] = (tmp_path / "credentials").glob("*.pem")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert keys.signing_key().name == first.name
    assert not list(Path(tmp_path / "credentials").glob(".*"))


def test_a_new_key_signs_and_the_old_one_is_stood_by_until_it_is_not(nadia):
    old = token(badge_of(nadia))
    name = keys.signing_key().name
    keys.new_key()
    assert accept(old)
    new = token(badge_of(nadia))
    assert accept(new)
    assert old.split(".")[0] != new.split(".")[0]
    assert keys.distrust(name)
    assert not keys.distrust(name)
    with pytest.raises(OB3VerificationError):
        accept(old)
    assert check(old).state == "untrusted"
    assert accept(new)


def _with_header(jwt: str, header: dict) -> str:
    packed = keys.base64url(json.dumps(header).encode())
    return ".".join([packed, *jwt.split(".")[1:]])


def test_what_is_not_ours_or_was_touched_is_said_to_be_so(nadia, settings):
    document = badge_of(nadia)
    jwt = token(document)
    kid = json.loads(urlsafe_b64decode(jwt.split(".")[0] + "=="))["kid"]
    head, claims, signature = jwt.split(".")
    touched = json.loads(urlsafe_b64decode(claims + "=="))
    touched["name"] = "Brain surgery"
    forged = keys.base64url(json.dumps(touched).encode())
    secured = with_proof(document)
    moved = {
        **document,
        "credentialStatus": {**document["credentialStatus"], "id": "https://other.example/list#1"},
    }
    for text in (
        f"{head}.{forged}.{signature}",
        _with_header(jwt, {"alg": "none", "kid": kid}),
        jwt[:-4] + ("AAAA" if jwt[-4:] != "AAAA" else "BBBB"),
        json.dumps(document),
        json.dumps({**secured, "proof": {**secured["proof"], "proofValue": "z1"}}),
        json.dumps({**secured, "proof": {**secured["proof"], "cryptosuite": "eddsa-rdfc-2022"}}),
        json.dumps({**secured, "proof": [secured["proof"]]}),
        token(moved),
    ):
        assert check(text).state == "changed", text[:80]
    assert check(_with_header(jwt, {"alg": "EdDSA", "kid": f"{did()}#other"})).state == "untrusted"
    strange = {**document, "issuer": {"id": "did:web:elsewhere.example"}}
    assert check(json.dumps(strange)).state == "strange"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "a.b.c",
        "{}",
        "[]",
        '{"issuer": 1.5}',
        '{"issuer": "x", "issuer": "y"}',
        "[" * 9999,
        "{" * 70_000,
        '{"a":' * 9000 + "1" + "}" * 9000,
        '{"issuer": NaN}',
        "\ud800",
        "é.é.é",
    ],
)
def test_what_is_no_badge_is_told_kindly(text):
    assert check(text).state == "unreadable"


def test_the_page_says_what_it_found(nadia):
    browser = Client(headers={"host": "veermond.example"})
    assert browser.get("/credentials/check").status_code == 200
    answer = browser.post("/credentials/check", {"badge": token(badge_of(nadia))})
    assert answer.status_code == 200
    text = answer.content.decode()
    for words in ("This badge is valid", AWARD.name, "Nadia Okafor", "Both at Delta Works"):
        assert words in text
    wrong = browser.post("/credentials/check", {"badge": "hello there"})
    assert wrong.status_code == 422
    assert "hello there" in wrong.content.decode()
