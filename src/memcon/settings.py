"""Settings: what a user fixes for a machine or a folder; the commands' flags come first.

The environment (MEMCON_JOBS, MEMCON_DESK …) comes before the file `memcon.toml` (jobs, desk …).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from memcon.errors import SettingsError

FILE = "memcon.toml"
_PREFIX = "MEMCON_"

Format = Literal["terminal", "markdown", "html", "json"]
_Path = Annotated[str, msgspec.Meta(min_length=1)]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`jobs` is how many processes read, `format` how a memorandum is shown.

    `desk` is the file of your desk (none: `desk.memcon` in your data folder), `key_file` the file
    with its key, if it is encrypted and you keep the key in a file.
    """

    jobs: Annotated[int, msgspec.Meta(ge=1)] = 1
    format: Format = "terminal"
    desk: _Path | None = None
    key_file: _Path | None = None

    @classmethod
    def load(cls, environment: Mapping[str, str], folder: Path) -> "Settings":
        """The settings that hold in a folder; SettingsError names the key and where it stands."""
        settings = cls()
        for source, given in (
            (FILE, _file(folder / FILE)),
            ("environment", _variables(environment)),
        ):
            settings = _over(settings, source, given)
        return settings


def _over(settings: Settings, source: str, given: Mapping[str, Any]) -> Settings:
    """The settings with those of a source put over them, each checked."""
    for key, value in given.items():
        name = key if source == FILE else f"{_PREFIX}{key.upper()}"
        if key not in Settings.__struct_fields__:
            known = ", ".join(Settings.__struct_fields__)
            raise SettingsError(f"{source}: {name} is no setting; there are {known}")
        try:
            checked = msgspec.convert({key: value}, Settings, strict=source == FILE)
        except msgspec.ValidationError as error:
            reason = str(error).partition(" - at ")[0]
            raise SettingsError(f"{source}: {name}: {reason}") from error
        settings = msgspec.structs.replace(settings, **{key: getattr(checked, key)})
    return settings


def _file(path: Path) -> Mapping[str, Any]:
    """What the file holds; nothing if there is none."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error


def _variables(environment: Mapping[str, str]) -> Mapping[str, Any]:
    """The variables that are settings: MEMCON_JOBS as jobs."""
    return {
        key: environment[_PREFIX + key.upper()]
        for key in Settings.__struct_fields__
        if _PREFIX + key.upper() in environment
    }
