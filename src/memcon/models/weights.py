"""Weights: the trained files that the package carries, held to their checksums before use.

How each was made, on what and how well it does, its card tells (docs/reference/models).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from memcon.errors import ModelError

SUMS = "sha256sums"


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder of trained files with the sha256 of each, in hexadecimal digits."""

    folder: Path
    sums: Mapping[str, str]

    @classmethod
    def packaged(cls) -> "Weights":
        """The weights that came with memcon."""
        return cls.open(Path(str(resources.files("memcon.models").joinpath("weights"))))

    @classmethod
    def open(cls, folder: Path) -> "Weights":
        """The weights of a folder; ModelError when its list of checksums is missing."""
        try:
            lines = (folder / SUMS).read_text(encoding="ascii").splitlines()
        except OSError as error:
            raise ModelError(f"{folder / SUMS}: {error.strerror}") from error
        return cls(folder, {line[66:]: line[:64] for line in lines})

    def path(self, name: str) -> Path:
        """Where a file lies, once it is known to be the one that was trained; else ModelError."""
        path = self.folder / name
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelError(f"{path}: {error.strerror}") from error
        if found != self.sums.get(name):
            raise ModelError(f"{path}: not the file that this version came with; reinstall memcon")
        return path
