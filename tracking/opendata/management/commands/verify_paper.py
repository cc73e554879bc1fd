"""``manage.py verify_paper FILE --keys keys.pem --revoked revoked.jsonl --signature revoked.jsonl.p7s``.

Checks a paper without asking the hall. The list is believed only with its signature.

Reads these files and nothing else: no database, no key of this installation, no network.
"""

import json
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from applications.documents.certificates import read_published
from applications.documents.signatures import is_signed, judge
from applications.documents.verify import Standing
from hall.clock import now
from hall.crypto import sm3_hex


class Command(BaseCommand):
    help = "离线验证一份文书：用公布的证书核对签名，用失效清单核对是否仍然有效"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--keys", type=Path, required=True)
        parser.add_argument("--revoked", type=Path, required=True)
        parser.add_argument("--signature", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        pdf = options["path"].read_bytes()
        try:
            verdict = judge(pdf, read_published(options["keys"].read_bytes()))
        except Exception as problem:
            raise CommandError("签名无法读取，不能认定为本厅出具的文书") from problem
        if verdict.standing != Standing.VALID or not verdict.ours:
            raise CommandError("签名无效，或者不是用公布的证书签署的")
        header, reasons = self._list(options)
        if reason := reasons.get(sm3_hex(pdf)):
            raise CommandError(f"这份文书已经失效：{reason}")
        if datetime.fromisoformat(header["next_update"]) < now():
            raise CommandError("失效清单已经过期，请重新下载")
        self.stdout.write(f"签名有效，未在失效清单（{header['made_at']}）中。")

    def _list(self, options: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
        content, signature = options["revoked"].read_bytes(), options["signature"].read_bytes()
        try:
            believed = is_signed(content, signature, read_published(options["keys"].read_bytes()))
            header, *lines = map(json.loads, content.splitlines())
        except Exception as problem:
            raise CommandError("失效清单或者它的签名无法读取，请重新下载") from problem
        if not believed:
            raise CommandError("失效清单与它的签名不符，请重新下载")
        return header, {line["sm3"]: line["reason"] for line in lines}
