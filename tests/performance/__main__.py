"""``make bench``: CPU milliseconds of each deed and page at 1,000 and 100,000 cases, added to docs/benchmarks.md.

A million random due dates come first, compared with a brute-force walker: any difference fails.
HALL_BENCH_CASES=1000,10000 asks for other volumes, HALL_BENCH_DATES=10000 for fewer due dates (0: none), and
HALL_BENCH_ONLY=decide,review for the operations with one of these words in their names, beside the floors. The register
is searched at volumes of its own, HALL_BENCH_REGISTER=10000,1000000 (0: none), which stay for later runs; exports are
measured at HALL_BENCH_EXPORT=1000000,200000 (0,0: none).
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
os.environ["DJANGO_SETTINGS_MODULE"] = "hall.settings"
os.environ.setdefault("HALL_TEST_DATABASE", "1")
# One connection, so that one backend's CPU counter tells all.
os.environ["HALL_DB_POOL"] = "1"
os.environ["HALL_LOG_LEVEL"] = "ERROR"

import django  # noqa: E402

if __name__ == "__main__":
    django.setup()
    from tests.performance import deadlines, exports, running
    from tests.performance.register import reporting

    # Before the database: the processes that count share no connection.
    different = deadlines.run_all(ROOT) if deadlines.CASES else 0
    if not os.environ.get("HALL_BENCH_ONLY"):
        reporting.run_all(ROOT)
        exports.run_all(ROOT)
    sys.exit(different or running.run_all(ROOT))
