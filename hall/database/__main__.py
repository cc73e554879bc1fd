"""``python -m hall.database``: keep the embedded server up until interrupted, for other tools to use it."""

import signal
import sys

from hall import database

ENDINGS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}

if __name__ == "__main__":
    entry = database.connection()
    database.bring_up()
    sys.stdout.write(f"psql -h {entry['HOST']} -U {entry['USER']} {entry['NAME']}   (Ctrl-C ends it)\n")
    sys.stdout.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    signal.sigwait(ENDINGS)
