"""Sources of shared data as tests need them; settings.HALL_SHARED_SOURCES names them by their place."""

from threading import Event

from hall.catalogue.sharing import Asked, Found, Source

# Never set: whoever waits for it waits until the limit of the setting.
NEVER = Event()


class Broken(Source):
    label = "坏掉的来源"
    holder = "某机关"
    is_remote = False

    def fetch(self, asked: Asked, *, seconds: int) -> Found | None:
        raise ConnectionError("no route to host")


class Silent(Source):
    label = "没有回音的来源"
    holder = "某机关"

    def fetch(self, asked: Asked, *, seconds: int) -> Found | None:
        NEVER.wait(seconds + 5)
        return Found("太晚", ())


class Knows(Source):
    """Answers with the question, so that a test sees what was asked."""

    label = "人口基础信息"
    holder = "公安机关"
    is_remote = False

    def fetch(self, asked: Asked, *, seconds: int) -> Found | None:
        return Found("户籍信息", (("姓名", asked.holder_name), ("查询内容", asked.of)), "查询号一")
