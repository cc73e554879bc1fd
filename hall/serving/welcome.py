"""The words a newcomer reads when the hall is open."""

TEMPLATE = """
{line}
  大厅已开放 · The hall is open:  {address}

{people}
  日志 · Logs: {logs}
  Ctrl-C 结束全部进程，包括数据库 · Ctrl-C ends everything, the database included.
{line}
"""


def words(address: str, people: str, logs: str) -> str:
    """``people`` is what the demo tells: accounts, passwords and what to try first."""
    indented = "".join(f"  {line}\n" for line in people.splitlines())
    return TEMPLATE.format(line="─" * 78, address=address, people=indented, logs=logs)
