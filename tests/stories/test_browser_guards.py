"""Passkeys and codes, as a browser meets them."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.browser_world import PASSWORD
from tests.stories.stage import Town

pytestmark = pytest.mark.browser


def authenticator(page: Page) -> None:
    """A passkey device that always says yes."""
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable")
    talk.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def show_that_it_is_me(page: Page) -> None:
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()


def sign_in(page: Page, email: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def code(secret: str) -> str:
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def test_a_passkey_is_made_and_signs_in(here: Town, chromium: Browser):
    ada = here.page(chromium)
    authenticator(ada)
    sign_in(ada, "ada@example.org")
    expect(ada).to_have_url(re.compile("/(social|professional)/$"))
    ada.goto("/account/2fa/")
    ada.get_by_role("link", name="Add one").click()
    if "reauthenticate" in ada.url:
        show_that_it_is_me(ada)
    ada.get_by_label("Name").fill("My telephone")
    ada.get_by_role("button", name="Make it").click()
    expect(ada).not_to_have_url(re.compile("/webauthn/add/"))
    ada.goto("/account/2fa/webauthn/")
    expect(ada.get_by_text("My telephone")).to_be_visible()
    expect(ada.get_by_text("Signs in without a password.")).to_be_visible()
    sign_out(ada)
    ada.goto("/account/login/")
    ada.get_by_role("button", name="Sign in with a passkey").click()
    expect(ada).to_have_url(re.compile("/(social|professional)/$"))
    expect(ada.get_by_title("You", exact=True)).to_be_visible()
    assert here.complaints == []


def test_a_passkey_that_is_refused_is_said_in_words(here: Town, chromium: Browser):
    page = here.page(chromium)
    authenticator(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("The passkey was not used.")).to_be_visible()
    expect(page.get_by_label("E-mail address")).to_be_editable()


def test_codes_from_an_app_are_switched_on_and_asked_for(here: Town, chromium: Browser):
    ben = here.page(chromium)
    sign_in(ben, "ben@example.org")
    expect(ben).to_have_url(re.compile("/social/$"))
    ben.goto("/account/2fa/totp/activate/")
    if "reauthenticate" in ben.url:
        show_that_it_is_me(ben)
    secret = ben.get_by_label("Or type this key into the app").input_value()
    expect(ben.get_by_role("img", name=re.compile("QR code"))).to_be_visible()
    assert ben.locator("img.qr").evaluate("image => image.complete && image.naturalWidth > 0")
    ben.get_by_label("Code", exact=True).fill(code(secret))
    ben.get_by_role("button", name="Switch on").click()
    expect(ben).not_to_have_url(re.compile("/activate/"))
    ben.goto("/account/2fa/recovery-codes/")
    spare = ben.locator("main code").first.inner_text()
    assert "asks for a code from your app" in here.letter_to("ben@example.org")
    sign_out(ben)
    sign_in(ben, "ben@example.org")
    expect(ben.get_by_text("One more step")).to_be_visible()
    ben.get_by_label("Code").fill("000000")
    ben.get_by_role("button", name="Sign in").click()
    expect(ben.get_by_role("alert").or_(ben.locator(".error")).first).to_be_visible()
    ben.get_by_label("Code").fill(spare)
    ben.get_by_role("button", name="Sign in").click()
    expect(ben).to_have_url(re.compile("/social/$"))
    assert here.complaints == []
