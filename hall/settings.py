"""Settings of one installation, read from the environment: a deployment changes variables, never this file.

docs/configuration in the README lists every variable. Sections: paths, identity of the installation,
apps, web, database, files, tasks, sign-in, language and time, papers, API, panels, logging.
"""

from pathlib import Path
from typing import Any

import django_stubs_ext

from hall import database, env
from hall.keyring import development_secret

django_stubs_ext.monkeypatch()

# --- Paths -----------------------------------------------------------------------------------------------
BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("HALL_VAR_DIR", str(BASE_DIR / "var")))
KEY_DIR = Path(env.text("HALL_KEY_DIR", str(VAR_DIR / "keys")))

# --- The installation ------------------------------------------------------------------------------------
DEBUG = env.flag("HALL_DEBUG")
HALL_DEMO = env.flag("HALL_DEMO", default=True)
HALL_BASE_URL = env.text("HALL_BASE_URL", f"http://127.0.0.1:{env.number('PORT', 8000)}")
HALL_CITY_CODE = env.text("HALL_CITY_CODE", "500000")
# How long a process may go by what it knows of halls and departments.
HALL_REMEMBER_SECONDS = env.number("HALL_REMEMBER_SECONDS", 5)
SECRET_KEY = env.secret("HALL_SECRET_KEY") or development_secret(KEY_DIR)
ALLOWED_HOSTS = env.words("HALL_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver,.hall.localhost")
CSRF_TRUSTED_ORIGINS = env.words("HALL_TRUSTED_ORIGINS")

# --- Apps, from the ground up ----------------------------------------------------------------------------
GROUND_APPS = [
    "hall",
    "hall.events",
    "hall.audit",
    "hall.numbering",
    "hall.textsearch",
    "hall.throttling",
    "hall.organisations",
    "hall.accounts",
    "hall.workdays",
    "hall.files",
    "hall.notifications",
    "hall.review",
    "hall.catalogue",
    "hall.portal",
]
UPPER_APPS = [
    "applications",
    "complaints.grievances",
    "tracking.progress",
    "tracking.disclosure",
    "tracking.register",
    "tracking.requests",
    "tracking.opendata",
    "tracking.creditfile",
    "tracking.statistics",
    "integrations.identity",
    "integrations.treasury",
]
INSTALLED_APPS = [
    *GROUND_APPS,
    *UPPER_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_fsm",
    "django_htmx",
    "axes",
    "rest_framework",
    "drf_spectacular",
    "django_celery_beat",
]

# --- Web -------------------------------------------------------------------------------------------------
ROOT_URLCONF = "hall.urls"
WSGI_APPLICATION = "hall.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "hall.audit.circumstances.CircumstancesMiddleware",
    "hall.organisations.middleware.HallMiddleware",
    "hall.accounts.middleware.PrivacyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hall.accounts.middleware.IdleMiddleware",
    "hall.accounts.middleware.PasswordAgeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hall.portal.middleware.RefusedMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "hall.portal.context.hall",
            ],
        },
    }
]
FORM_RENDERER = "hall.portal.form_renderer.HallForms"
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_USE_FINDERS = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_HTTPS = env.flag("HALL_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_HTTPS
SECURE_SSL_REDIRECT = SECURE_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("HALL_BEHIND_PROXY") else None
# How many proxies of one's own stand in front: the visitor's address is read that far from the right.
HALL_PROXY_COUNT = env.number("HALL_PROXY_COUNT", 0)
# Large downloads at once in one process: each holds one of its threads for as long as its reader takes.
HALL_STREAMS = env.number("HALL_STREAMS", 2)
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "hall.portal.views.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- Database: one's own by DATABASE_URL, else the embedded one ---------------------------------------------
DATABASE_URL = env.secret("DATABASE_URL")
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        # The embedded one names an engine of its own, which starts the server with the first connection.
        **(env.database(DATABASE_URL) if DATABASE_URL else database.connection()),
        "CONN_MAX_AGE": 0,
        # Asked before it is used: one that died with its server is replaced, and no visitor is shown that it died.
        "CONN_HEALTH_CHECKS": True,
        # A pooled connection spares PostgreSQL a process start for each request.
        # A statement prepared once halves the CPU that PostgreSQL spends on a deed (docs/benchmarks.md).
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": env.number("HALL_DB_POOL", 8), "timeout": 20},
            "server_side_binding": True,
            "prepare_threshold": 5,
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.secret("REDIS_URL")
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# --- Files -------------------------------------------------------------------------------------------------
S3_ENDPOINT = env.text("S3_ENDPOINT_URL")


def _storage(alias: str) -> dict[str, Any]:
    """One bucket or one folder an alias; nothing in it is ever served by a web server."""
    if not S3_ENDPOINT:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(VAR_DIR / "files" / alias), "base_url": None},
        }
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "endpoint_url": S3_ENDPOINT,
            "bucket_name": env.text(f"S3_BUCKET_{alias.upper()}", f"hall-{alias}"),
            "access_key": env.secret("S3_ACCESS_KEY"),
            "secret_key": env.secret("S3_SECRET_KEY"),
            "region_name": env.text("S3_REGION", "us-east-1"),
            "signature_version": "s3v4",
            "addressing_style": "path",
            "file_overwrite": False,
            "querystring_expire": 60,
        },
    }


STORAGES = {
    "default": _storage("vault"),
    "quarantine": _storage("quarantine"),
    "vault": _storage("vault"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
HALL_SCANNER = env.text("HALL_SCANNER", "integrations.antivirus.builtin.SignatureScanner")
HALL_UPLOAD_MAX_BYTES = env.number("HALL_UPLOAD_MAX_MB", 10) * 1_000_000
HALL_SEARCH = env.text("HALL_SEARCH", "hall.textsearch.postgres.PostgresSearch")
# A search that takes longer is given up: it is open to everybody, and one must not stop the others.
HALL_SEARCH_SECONDS = env.number("HALL_SEARCH_SECONDS", 10)
HALL_OPENSEARCH_URL = env.secret("HALL_OPENSEARCH_URL")
# What was decided is searched too, besides names, items and numbers. Several times their index in PostgreSQL: up to a
# million records. Changed, it needs manage.py reindex_register.
HALL_SEARCH_CONTENT = env.flag("HALL_SEARCH_CONTENT", default=True)

# --- Tasks: Celery only rings the bell, the outbox remembers -----------------------------------------------
CELERY_BROKER_URL = env.secret("CELERY_BROKER_URL") or REDIS_URL or env.broker_url(DATABASES["default"])
# A ring is tried twice and then lost: the beat sweeps, and nobody waits for a broker that is away.
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {"max_retries": 1, "interval_start": 0.1, "interval_max": 0.1}
if CELERY_BROKER_URL.startswith("pgmq"):
    # Never use_notify: it drops and makes a trigger for each connection that declares the queue, and two of them at
    # once deadlock on the table that everybody rings through. The worker looks ten times a second anyway.
    CELERY_BROKER_TRANSPORT_OPTIONS |= {
        "init_extension": False,
        "use_notify": False,
        "wait_time_seconds": 0,
        "polling_interval": 0.1,
        "pool_size": 2,
        "pool_timeout": 1,
    }
if CELERY_BROKER_URL.startswith("redis"):
    CELERY_BROKER_TRANSPORT_OPTIONS |= {"socket_connect_timeout": 2}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 8
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_BEAT_SCHEDULE = {
    "sweep the outbox": {"task": "hall.events.tasks.drain", "schedule": 10.0},
    "seal the audit trail": {"task": "hall.audit.tasks.seal", "schedule": 30.0},
    "settle what has fallen due": {"task": "applications.tasks.settle_due", "schedule": 60.0},
    "tell what is published late": {"task": "tracking.disclosure.tasks.tell_late", "schedule": 300.0},
    "settle requests for disclosure": {"task": "tracking.requests.tasks.settle_due", "schedule": 300.0},
    "begin parts of the site map": {"task": "tracking.opendata.tasks.begin_parts", "schedule": 3600.0},
    "publish the revocation list": {"task": "tracking.opendata.tasks.publish_list", "schedule": 3600.0},
    "send what the credit platform is owed": {"task": "tracking.creditfile.tasks.send", "schedule": 3600.0},
    "check faulty credit rows again": {"task": "tracking.creditfile.tasks.check_again", "schedule": 86400.0},
    "make the files of open data": {"task": "tracking.opendata.tasks.make_files", "schedule": 3600.0},
    "tell which complaints are late": {"task": "complaints.grievances.tasks.tell_late", "schedule": 300.0},
    "watch the calendar's coverage": {"task": "hall.workdays.tasks.watch_coverage", "schedule": 86400.0},
    "clear the quarantine": {"task": "hall.files.tasks.clear_quarantine", "schedule": 3600.0},
    "forget closed allowances": {"task": "hall.throttling.tasks.forget_closed", "schedule": 3600.0},
}

# --- Sign-in (domain.md §8.5) ------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "hall.accounts.backends.AccountBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "hall.accounts.passwords.NotLikeUsernameValidator"},
    {"NAME": "hall.accounts.passwords.NotCommonValidator"},
    {"NAME": "hall.accounts.passwords.LengthAndClassesValidator"},
    {"NAME": "hall.accounts.passwords.NotReusedValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "portal:space"
LOGOUT_REDIRECT_URL = "portal:home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["ip_address", "username"]]
AXES_LOCKOUT_CALLABLE = "hall.accounts.views.sign_in.locked_out"
AXES_RESET_ON_SUCCESS = True
# Half an hour is half an hour: trying again meanwhile does not make it longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_IPWARE_PROXY_COUNT = HALL_PROXY_COUNT or None
HALL_IDLE_MINUTES = {"staff": 15, "public": 30}
HALL_SESSION_HOURS = 8
SESSION_ENGINE = "hall.accounts.sessions"
SESSION_COOKIE_AGE = HALL_SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
HALL_IDENTITY_PROVIDERS = env.words("HALL_IDENTITY_PROVIDERS", "integrations.identity.demo.DemoProvider")

# --- Language and time -------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "hall" / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# --- Papers ------------------------------------------------------------------------------------------------
HALL_PRINTER = env.text("HALL_PRINTER", "applications.documents.printing.print_signed")
HALL_PRESS = "applications.documents.pdf.print_page"
HALL_SIGNED_PRESS = "applications.documents.printing.press_signed"
# How many natural days a public notice runs until it counts as service.
HALL_NOTICE_DAYS = env.number("HALL_NOTICE_DAYS", 30)
# In how many working days whoever marked a secret answers before publication (条例 Art. 32: fifteen).
HALL_CONSULTATION_DAYS = env.number("HALL_CONSULTATION_DAYS", 15)
HALL_SIGNING_PKCS12 = env.text("HALL_SIGNING_PKCS12")
HALL_SIGNING_PASSPHRASE = env.secret("HALL_SIGNING_PASSPHRASE")
HALL_SIGNING_TRUST = env.words("HALL_SIGNING_TRUST")

# --- Credit: who may promise instead of proving, and who is told of a false promise --------------------------
HALL_CREDIT = env.text("HALL_CREDIT", "integrations.credit.demo.DemoCredit")
HALL_TREASURY = env.text("HALL_TREASURY", "integrations.treasury.demo.DemoTreasury")
# What hall and treasury sign messages with; without one the installation makes a key for its demonstration.
HALL_TREASURY_KEY = env.secret("HALL_TREASURY_KEY")
HALL_DEMO_BAD_CREDIT = env.words("HALL_DEMO_BAD_CREDIT")

# --- Shared data: what is fetched instead of asked for (Art. 33); the word of item files and its adapter ----------
HALL_SHARED_SOURCES = env.words(
    "HALL_SHARED_SOURCES",
    "hall_licences=integrations.sharing.licences.HallLicences,"
    "business_register=integrations.sharing.demo.BusinessRegister",
)
HALL_SHARING_SECONDS = env.number("HALL_SHARING_SECONDS", 5)

# --- Periods that the law gives the applicant without saying how they count (Art. 47; domain.md §1.0) ----------
# working favours the applicant; natural where legal advice says so.
HALL_APPLICANT_PERIOD_UNIT = env.text("HALL_APPLICANT_PERIOD_UNIT", "working")

# --- Return between agencies: whether the upper one's period runs anew from the complete package ---------------
# Art. 35 and 42 do not say [unverified]; no lets it run on from the first.
HALL_RETURN_RENEWS = env.flag("HALL_RETURN_RENEWS", default=True)

# --- Supervision: after how many working days an entry is late, and a complaint that is late turns red -------
HALL_LATE_ENTRY_DAYS = env.number("HALL_LATE_ENTRY_DAYS", 5)
HALL_GRIEVANCE_RED_DAYS = env.number("HALL_GRIEVANCE_RED_DAYS", 5)

# --- Violations found elsewhere (Art. 64): working days from receipt in which the deciding agency answers ------
HALL_VIOLATION_ANSWER_DAYS = env.number("HALL_VIOLATION_ANSWER_DAYS", 15)

# --- Unlicensed activity and abuse of licences (Art. 80, 81): whom the hall refers reports to -----------------
HALL_ENFORCEMENT = env.text("HALL_ENFORCEMENT", "12345政务服务便民热线，或者所在区县综合行政执法机关")

# --- Complaints: working days to accept, and to answer each category -----------------------------------------
HALL_GRIEVANCE_DAYS = {
    "accept": env.number("HALL_GRIEVANCE_ACCEPT_DAYS", 2),
    "complaint": env.number("HALL_COMPLAINT_DAYS", 15),
    "suggestion": env.number("HALL_SUGGESTION_DAYS", 7),
}

# --- Requests for disclosure: working days to confirm the receipt (条例 Art. 31 gives none) ---------------------
HALL_REQUEST_CONFIRM_DAYS = env.number("HALL_REQUEST_CONFIRM_DAYS", 2)
# --- and what 条例 Art. 35 leaves open: more requests of one applicant to one organ in how many days are very many, in
# how many working days reasons are given for them, how many working days an answer may be delayed at most ----------
HALL_REQUEST_MANY = env.number("HALL_REQUEST_MANY", 10)
HALL_REQUEST_MANY_WITHIN_DAYS = env.number("HALL_REQUEST_MANY_WITHIN_DAYS", 30)
HALL_REQUEST_REASONS_DAYS = env.number("HALL_REQUEST_REASONS_DAYS", 10)
HALL_REQUEST_DELAY_MOST_DAYS = env.number("HALL_REQUEST_DELAY_MOST_DAYS", 60)

# --- Open data: under which terms the files may be used -------------------------------------------------------
HALL_OPEN_DATA_LICENCE = env.text(
    "HALL_OPEN_DATA_LICENCE",
    "任何人可以免费获取、使用、传播和加工，须注明来源和获取日期，不得用于识别自然人，不得歪曲原意。数据以公示页面的最新内容为准。",
)

# --- Messages to people also leave the hall over these channels; without any they wait in 我的消息 ------------
HALL_CHANNELS = env.words("HALL_CHANNELS")

# --- API ---------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["hall.api.asking.SignedIn"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["hall.api.sending.BoundedJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "hall.portal.problems.problem_response",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "COERCE_DECIMAL_TO_STRING": True,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "网上行政审批大厅 API",
    "DESCRIPTION": "事项目录、办件查询、结果公示与本人办件。错误一律为 application/problem+json。",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "hall.api.schema.with_problems",
    ],
}

# --- Frames whose panels are named here, so that the ground never looks up -----------------------------------
HALL_NAVIGATION = [
    ("首页", "portal:home"),
    ("我要办", "catalogue:list"),
    ("我要查", "progress:look_up"),
    ("公示公开", "register:list"),
    ("咨询投诉", "grievances:home"),
    ("我的空间", "portal:space"),
]
HALL_HOME_PANELS = ["applications.panels.figures", "tracking.register.panels.latest"]
# Who says on a guide how many places of a quota are left.
HALL_PLACES_LEFT = "applications.queries.allocation.places_on_guide"
# And which exams are to come, where one decides.
HALL_EXAMS_AHEAD = "applications.queries.exams.exams_on_guide"
HALL_SPACE_PANELS = [
    "hall.portal.inbox.latest",
    "applications.panels.my_cases",
    "complaints.grievances.panels.mine",
    "tracking.requests.panels.mine",
]
# Each with the duties that open it; staff begin at the first that is theirs.
HALL_STAFF_NAVIGATION = [
    ("工作台", "desk:cases", "window", "examiner", "signer", "certificates", "head", "government", "supervisor"),
    ("公示审查", "disclosure:queue", "discloser", "secrecy", "head"),
    ("依申请公开", "requests:desk", "discloser", "secrecy", "head"),
    ("开放数据", "opendata:desk", "discloser", "secrecy"),
    ("双公示报送", "creditfile:desk", "discloser", "secrecy"),
    ("投诉承办", "grievances:desk", "complaints", "supervisor"),
    ("公开统计", "statistics:supervised", "supervisor"),
    ("工作日历", "workdays:changes", "supervisor"),
]
# Machines above the cases that docs/lifecycle.md draws too: heading, what it tells, model.
HALL_DRAWN_MACHINES = [
    (
        "公示",
        "准予许可的公示：起草、保密审查、批准，然后公开或者不予公开（《政府信息公开条例》第十四条至第十七条）。",
        "disclosure.Disclosure",
    ),
    (
        "依申请公开",
        "一件政府信息公开申请从提交到答复（《政府信息公开条例》第二十九条至第三十六条）。",
        "requests.InfoRequest",
    ),
]
DEMO_COMMANDS = [
    ["demo_city"],
    ["import_items", "hall/catalogue/data/items", "--publish-complete"],
    ["import_register", "tracking/opendata/data/licence_decisions.csv", "--source", "重庆市各部门公开页面"],
    ["demo_people", "--print"],
]

# --- Logging -------------------------------------------------------------------------------------------------
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("HALL_LOG_LEVEL", "INFO")},
    "loggers": {
        "axes": {"level": "WARNING"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
        "pyhanko": {"level": "WARNING"},
    },
}
