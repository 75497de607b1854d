"""Settings that would silently do nothing are named."""

from __future__ import annotations

import pytest

from scheduler.errors import SettingsError
from scheduler.settings.load import parse_settings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('me = ["ana"]', "'ana' is no mail address"),
        ('[[calendars]]\nname = "a"\nsource = "a.ics"\nkind = "home"', "personal, work or shared"),
        ('[[rules]]\ninterview = "yes"', "give it a title"),
    ],
)
def test_a_setting_without_effect_is_an_error(text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        parse_settings(text, "settings.toml")
