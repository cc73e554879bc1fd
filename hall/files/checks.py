"""What production still lacks where files are concerned."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.utils.module_loading import import_string


def check_scanner(**_kwargs: Any) -> list[CheckMessage]:
    """Runs with ``check --deploy``: a scanner that calls itself a demonstration protects nobody."""
    scanner = import_string(settings.HALL_SCANNER)
    if not scanner.demonstration:
        return []
    hint = "把 HALL_SCANNER 设为连接真实杀毒服务的扫描器（hall.files.scanning.Scanner 的子类）。"
    return [Warning("上传文件只用演示扫描器检查。", hint=hint, id="files.W001")]
