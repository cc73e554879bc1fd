"""The notice before personal data are taken (个人信息保护法 Art. 17, 35); the account keeps its version."""

PRIVACY_NOTICE_VERSION = "2026-11"
