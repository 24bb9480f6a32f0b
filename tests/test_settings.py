"""Settings: the environment over the file, and what is wrong named by key."""

import pytest

from memcon.errors import SettingsError
from memcon.settings import Settings


@pytest.mark.parametrize(
    ("file", "environment", "expected"),
    [
        (None, {}, Settings(jobs=1, format="terminal")),
        ("jobs = 3", {}, Settings(jobs=3)),
        ('format = "json"', {"MEMCON_JOBS": "2"}, Settings(jobs=2, format="json")),
        ("jobs = 3", {"MEMCON_JOBS": "2", "HOME": "/"}, Settings(jobs=2)),
        ('desk = "d.memcon"', {}, Settings(desk="d.memcon", key_file=None)),
        ('desk = "d.memcon"', {"MEMCON_DESK": "e.memcon"}, Settings(desk="e.memcon")),
        ('key_file = "k"', {"MEMCON_DESK": "null"}, Settings(desk="null", key_file="k")),
        (None, {"MEMCON_KEY_FILE": "k"}, Settings(key_file="k")),
    ],
)
def test_settings(tmp_path, file, environment, expected):
    if file is not None:
        (tmp_path / "memcon.toml").write_text(file)
    assert Settings.load(environment, tmp_path) == expected


@pytest.mark.parametrize(
    ("file", "environment", "reason"),
    [
        ("jobs = 0", {}, "memcon.toml: jobs: Expected `int` >= 1"),
        ('jobs = "2"', {}, "memcon.toml: jobs: Expected `int`, got `str`"),
        ('format = "pdf"', {}, "memcon.toml: format: Invalid enum value 'pdf'"),
        (
            "threads = 2",
            {},
            "memcon.toml: threads is no setting; there are jobs, format, desk, key_file",
        ),
        ("jobs =", {}, "memcon.toml: "),
        ("desk = 5", {}, "memcon.toml: desk: Expected `str | null`, got `int`"),
        ('key_file = ""', {}, "memcon.toml: key_file: Expected `str` of length >= 1"),
        (None, {"MEMCON_JOBS": "many"}, "environment: MEMCON_JOBS: Expected `int`, got `str`"),
        (None, {"MEMCON_FORMAT": "pdf"}, "environment: MEMCON_FORMAT: Invalid enum value 'pdf'"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, file, environment, reason):
    if file is not None:
        (tmp_path / "memcon.toml").write_text(file)
    with pytest.raises(SettingsError) as error:
        Settings.load(environment, tmp_path)
    assert str(error.value).startswith(reason)
