"""A demonstration of a credit register: it knows the numbers of HALL_DEMO_BAD_CREDIT and no others.

``check --deploy`` refuses an installation that still names it.
"""

import logging

from django.conf import settings

from applications.credit import Credit, FalsePromiseReport

logger = logging.getLogger(__name__)


class DemoCredit(Credit):
    def unrepaired(self, code: str) -> str:
        return "存在未修复的严重不良信用记录（演示）" if code and code in settings.HALL_DEMO_BAD_CREDIT else ""

    def report(self, promise: FalsePromiseReport, key: str) -> None:
        # Neither the name nor the number goes into a log.
        logger.info("demo credit register took note of %s in case %s", key, promise.case_no)

    def disclose(self, sealed: str, key: str) -> None:
        logger.info("demo credit platform took %s with %d characters", key, len(sealed))
