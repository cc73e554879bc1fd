"""The words a newcomer reads when the hall is open."""

TEMPLATE = """
{line}
  The hall is open:  {address}

{people}
  What to try first
    1. Open the address, search for 公共场所 and read a guide.
    2. Sign in as 张小满, raise the account to real-name level 2, and file it.
    3. Sign in as yz-wj-window and accept it; as yz-wj-examiner review it; as yz-wj-signer decide it.
    4. Follow it without signing in: {address}track/ with number and query code.

  Logs: {logs}    Ctrl-C ends everything, the database included.
{line}
"""


def words(address: str, people: str, logs: str) -> str:
    listed = f"{people.rstrip()}\n" if people.strip() else ""
    return TEMPLATE.format(line="─" * 78, address=address, people=listed, logs=logs)
