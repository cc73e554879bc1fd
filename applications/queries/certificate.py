"""What the item lets stand on its certificate beside holder, scope and validity (行政许可法 Art. 39)."""

from django.utils.translation import override

from applications.answers import in_words
from applications.models import Application
from hall.catalogue.spec import on_record


@override("zh-hans")
def shown_of(application: Application) -> list[list[str]]:
    """Label and answer, as the licence keeps them; a question that was not asked has no line."""
    if not application.spec.result.shows:
        return []
    answers, fields = application.all_answers, {one.key: one for one in application.spec.fields}
    shown = [fields[key] for key in application.spec.result.shows if fields[key].asked(answers)]
    return [[on_record(one.label), in_words(one, answers[one.key])] for one in shown if answers.get(one.key)]
