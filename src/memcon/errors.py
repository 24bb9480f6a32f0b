"""Errors that a user can act on: each names the file, the reason and what to do."""


class MemconError(Exception):
    """One clear line for the user; the command line prints it and exits with 2."""


class PageError(MemconError):
    """A page that cannot be read: empty, binary, too large, without an article."""

    def __init__(self, page: str, reason: str) -> None:
        self.page = page
        self.reason = reason
        super().__init__(f"{page}: {reason}")

    def __reduce__(self) -> tuple[type["PageError"], tuple[str, str]]:
        """Keep both parts when the error crosses a process border."""
        return (type(self), (self.page, self.reason))


class ModelError(MemconError):
    """A model that is missing, damaged or of another version."""


class RecordError(MemconError):
    """A record that breaks the contract: a span that does not quote, an id that names nothing."""


class SettingsError(MemconError):
    """A setting that is unknown or has no valid value."""


class OutputError(MemconError):
    """A place that cannot be written to: a full disk, a folder that is missing or locked."""


class DeskError(MemconError):
    """A desk that cannot be opened or written to: locked, damaged, of a newer version."""


class FaultError(DeskError):
    """A desk whose file cannot be used just now: busy, damaged, on a full disk."""
