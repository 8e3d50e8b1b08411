"""Settings, all in one file, from the environment. A fresh machine needs none of them.

TWOFOLD_DATA_DIR     where everything that must be kept lies (database, pictures, the secret key); ./data
DATABASE_URL         sqlite by default; postgres://user:password@host/name
TWOFOLD_BASE_URL     the address people type; http://localhost:8000
TWOFOLD_SECRET_KEY   made and kept in the data folder when absent
TWOFOLD_DEMO         1: the sign-in page offers the people of the demo network
TWOFOLD_MAIL_URL     smtp://user:password@host:port, or consolemail:// (default)
TWOFOLD_PROXIES      how many proxies stand in front and add X-Forwarded-For; 0
TWOFOLD_METRICS_TOKEN  lets whoever shows it read /metrics from elsewhere
TWOFOLD_LOG_LEVEL    INFO
TWOFOLD_NAME         what this community calls its network; Twofold
TWOFOLD_WORKERS      processes that serve; 1 with SQLite, one for each processor with PostgreSQL
TWOFOLD_THREADS      pages that each of them makes at the same time; 8
TWOFOLD_RESOLVER     who is asked for DNS records that prove a domain, address or address#port; the system's
TWOFOLD_PUSH_NEAR    push services on this machine or network that may be reached, address:port with commas; none
TWOFOLD_CACHE_DIR    where what can be made again lies, such as compiled templates; cache/ in the data folder
TWOFOLD_MEDIA_QUOTA  gigabytes of pictures and videos that one presence may keep; 20
"""

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

try:  # a current SQLite: older ones can lose commits (see docs/decisions/0003)
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
except ImportError:  # `twofold doctor` says when the system's own is too old
    pass

# Small matrices are all we have (reach/suggestions): more threads for each would only be in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import environ

from twofold.config.logs import configured

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("TWOFOLD_DATA_DIR", str(BASE_DIR.parent / "data"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)
CACHE_DIR = Path(env.str("TWOFOLD_CACHE_DIR", str(DATA_DIR / "cache"))).resolve()


def kept_secret() -> str:
    """The secret key of this server, made once and kept in the data folder, readable by its owner alone."""
    path = DATA_DIR / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


SECRET_KEY: str = env.str("TWOFOLD_SECRET_KEY", "") or kept_secret()
BASE_URL: str = env.str("TWOFOLD_BASE_URL", "http://localhost:8000").rstrip("/")
NAME: str = env.str("TWOFOLD_NAME", "Twofold")
DEMO: bool = env.bool("TWOFOLD_DEMO", False)
PROXIES: int = env.int("TWOFOLD_PROXIES", 0)
METRICS_TOKEN: str = env.str("TWOFOLD_METRICS_TOKEN", "")
RESOLVER: str = env.str("TWOFOLD_RESOLVER", "")
PUSH_NEAR: list[str] = env.list("TWOFOLD_PUSH_NEAR", default=[])
DEBUG: bool = env.bool("TWOFOLD_DEBUG", False)

_base = urlsplit(BASE_URL)
BASE_HOST: str = _base.hostname or "localhost"
SECURE = _base.scheme == "https"
ALLOWED_HOSTS = [BASE_HOST, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "twofold.foundation.courier.apps.CourierConfig",
    "twofold.people.personas.apps.PersonasConfig",
    "twofold.people.audiences.apps.AudiencesConfig",
    "twofold.people.graph.apps.GraphConfig",
    "twofold.people.accounts.apps.AccountsConfig",
    "twofold.network.media.apps.MediaConfig",
    "twofold.network.vocabulary.apps.VocabularyConfig",
    "twofold.network.posts.apps.PostsConfig",
    "twofold.network.credentials.apps.CredentialsConfig",
    "twofold.network.endorsements.apps.EndorsementsConfig",
    "twofold.network.recommendations.apps.RecommendationsConfig",
    "twofold.network.albums.apps.AlbumsConfig",
    "twofold.network.messaging.apps.MessagingConfig",
    "twofold.network.profiles.apps.ProfilesConfig",
    "twofold.network.pages.apps.PagesConfig",
    "twofold.network.openness.apps.OpennessConfig",
    "twofold.network.visits.apps.VisitsConfig",
    "twofold.network.events.apps.EventsConfig",
    "twofold.network.cards.apps.CardsConfig",
    "twofold.network.jobs.apps.JobsConfig",
    "twofold.network.advice.apps.AdviceConfig",
    "twofold.network.salaries.apps.SalariesConfig",
    "twofold.network.stories.apps.StoriesConfig",
    "twofold.network.groups.apps.GroupsConfig",
    "twofold.network.files.apps.FilesConfig",
    "twofold.network.projects.apps.ProjectsConfig",
    "twofold.network.learning.apps.LearningConfig",
    "twofold.network.mentoring.apps.MentoringConfig",
    "twofold.network.games.apps.GamesConfig",
    "twofold.network.kin.apps.KinConfig",
    "twofold.care.privacy.apps.PrivacyConfig",
    "twofold.reach.feed.apps.FeedConfig",
    "twofold.reach.ranking.apps.RankingConfig",
    "twofold.reach.suggestions.apps.SuggestionsConfig",
    "twofold.reach.notifications.apps.NotificationsConfig",
    "twofold.reach.search.apps.SearchConfig",
    "twofold.care.moderation.apps.ModerationConfig",
    "twofold.surfaces.web.apps.WebConfig",
    "twofold.surfaces.live.apps.LiveConfig",
    "twofold.surfaces.api.apps.ApiConfig",
    "twofold.surfaces.cv.apps.CvConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "oauth2_provider",
    "ninja",
]

MIDDLEWARE = [
    "twofold.config.front.Front",
    "twofold.surfaces.api.gate.ApiGate",
    "django.middleware.security.SecurityMiddleware",
    "twofold.surfaces.web.packing.PackingMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "twofold.surfaces.web.policy.PolicyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "twofold.people.accounts.middleware.ViewerMiddleware",
    "twofold.surfaces.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "twofold.config.urls"
WSGI_APPLICATION = "twofold.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": sorted(str(path) for path in BASE_DIR.glob("*/*/templates")),
        "OPTIONS": {
            "environment": "twofold.surfaces.web.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "twofold.surfaces.web.context.shell",
            ],
        },
    },
    {
        # For the few pages of libraries that we do not draw ourselves.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- what is kept ---------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", f"sqlite:///{DATA_DIR / 'twofold.sqlite3'}")}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    _database["ENGINE"] = "twofold.foundation.kit.sqlite3"
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # The statements of all pages, each compiled once: some of the door take longer to compile than to run.
        "cached_statements": 1_000,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=268435456; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;"
        ),
    }
    _database["CONN_MAX_AGE"] = None
    # Tests look for Django's own name of the engine; of any other they think that it keeps files.
    _database["TEST"] = {"NAME": ":memory:"}
else:
    _database["HOST"] = unquote(_database["HOST"])  # a socket's folder is written with %2F
    _database.setdefault("OPTIONS", {}).update({"server_side_binding": True, "prepare_threshold": 2})
    _database["CONN_MAX_AGE"] = 600
    _database["CONN_HEALTH_CHECKS"] = True

WORKERS: int = env.int(
    "TWOFOLD_WORKERS", 1 if _database["ENGINE"].endswith("sqlite3") else os.cpu_count() or 1
)
THREADS: int = env.int("TWOFOLD_THREADS", 8)

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_QUOTA: int = int(env.float("TWOFOLD_MEDIA_QUOTA", 20) * 1024**3)
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS: list[str] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "twofold.surfaces.web.storage.StaticStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o600
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- who comes in ---------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_REDIRECT_URL = "/welcome/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "twofold.people.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"signup": "twofold.people.accounts.forms.JoinForm"}
# A code in the mail before anything else: only so can nobody learn from the sign-up page who has an account.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _base.scheme
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = {
    "login": "25/5m/ip",
    "login_failed": "25/5m/ip,25/h/key",
    "signup": "25/5m/ip",
    "reset_password": "25/5m/ip,5/h/key",
    "reset_password_from_key": "25/5m/ip",
}
MFA_ADAPTER = "twofold.people.accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
# Browsers treat localhost as secure; anything else needs https for passkeys anyway.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = NAME
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_ENGINE = "twofold.people.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
# A browser takes a __Host- cookie from this host alone, and over TLS alone.
SESSION_COOKIE_NAME = "__Host-twofold" if SECURE else "twofold"
CSRF_COOKIE_NAME = "__Host-twofold-form" if SECURE else "twofold-form"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "twofold.surfaces.web.errors.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
# What the names below and above ours do is not ours to say; and the proxy in front sends people to https.
# The field's clients keep a secret and send no code challenge; one that is sent is checked.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021", "oauth2_provider.W010"]
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        # What one recorded is heard before it is sent.
        "media-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- words, time, mail, logs ----------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"
vars().update(env.email("TWOFOLD_MAIL_URL", "consolemail://"))
DEFAULT_FROM_EMAIL = env.str("TWOFOLD_MAIL_FROM", f"{NAME} <no-reply@{_base.hostname or 'localhost'}>")
LOGGING = configured(level=env.str("TWOFOLD_LOG_LEVEL", "INFO"))

# --- applications that act for a persona -----------------------------------------------------------------------------

OAUTH2_PROVIDER_APPLICATION_MODEL = "api.Application"
OAUTH2_PROVIDER_GRANT_MODEL = "api.Grant"
OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL = "api.AccessToken"
OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL = "api.RefreshToken"
OAUTH2_PROVIDER = {
    "OAUTH2_VALIDATOR_CLASS": "twofold.surfaces.api.oauth.validator.PersonaValidator",
    "OAUTH2_BACKEND_CLASS": "twofold.surfaces.api.oauth.core.LenientCore",
    "SCOPES_BACKEND_CLASS": "twofold.surfaces.api.scopes.ScopesOfApplication",
    "AUTHORIZATION_CODE_EXPIRE_SECONDS": 600,
    # The field's clients keep one token until it is revoked; few of them refresh.
    "ACCESS_TOKEN_EXPIRE_SECONDS": 60 * 60 * 24 * 365,
    "REFRESH_TOKEN_EXPIRE_SECONDS": 60 * 60 * 24 * 90,
    "REFRESH_TOKEN_REUSE_PROTECTION": True,
    # Checked when it is sent; clients of the field that keep a secret do not send it.
    "PKCE_REQUIRED": False,
    "COMPLIANT_BCP_RFC9700_IMPLICIT_GRANT": True,
    "COMPLIANT_BCP_RFC9700_PASSWORD_GRANT": True,
    "COMPLIANT_BCP_RFC9700_PKCE_METHOD": True,
    "COMPLIANT_BCP_RFC9700_ACCESS_TOKEN_TRANSPORT": True,
    "COMPLIANT_BCP_RFC9700_TOKEN_STORAGE": True,
    "COMPLIANT_BCP_RFC9700_AUTHZ_RESPONSE_ISS": True,
    # Not asked: an application's own registered addresses count (surfaces/api/actions.py).
    "ALLOWED_REDIRECT_URI_SCHEMES": ["https"],
}
# Requests that one token may make in five minutes.
API_RATE: int = env.int("TWOFOLD_API_RATE", 300)
