"""A form that only draws: the check of what was sent stands elsewhere, once."""

from django import forms
from django.forms.utils import ErrorDict

from applications.filling import Problems


class DrawnForm(forms.Form):
    """It is never bound, because it decides nothing; ``problems`` are those that the one check found, by place."""

    use_required_attribute = False
    problems: Problems

    def full_clean(self) -> None:
        """The problems take the place of any check here."""
        self._errors = ErrorDict()
        for place, words in self.problems.items():
            if place in self.fields:
                self._errors[place] = self.error_class(
                    words, renderer=self.renderer, field_id=self[place].auto_id
                )
