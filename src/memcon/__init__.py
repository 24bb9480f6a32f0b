"""memcon: news pages become records of who did and said what, and memoranda of them.

Each name is imported when it is first asked for, so that `import memcon` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.brief.memo import Memo
    from memcon.desk.desk import Desk
    from memcon.errors import (
        DeskError,
        MemconError,
        ModelError,
        OutputError,
        PageError,
        RecordError,
        SettingsError,
    )
    from memcon.models.models import Models
    from memcon.page.page import Page, Rejected
    from memcon.reading import Reader
    from memcon.record.contract import Record
    from memcon.tables.frames import to_pandas, to_polars

__version__ = "0.1.0"

__all__ = [
    "Desk",
    "DeskError",
    "MemconError",
    "Memo",
    "ModelError",
    "Models",
    "OutputError",
    "Page",
    "PageError",
    "Reader",
    "Record",
    "RecordError",
    "Rejected",
    "SettingsError",
    "__version__",
    "to_pandas",
    "to_polars",
]

_HOMES = {
    "Desk": "memcon.desk.desk",
    "DeskError": "memcon.errors",
    "MemconError": "memcon.errors",
    "Memo": "memcon.brief.memo",
    "ModelError": "memcon.errors",
    "Models": "memcon.models.models",
    "OutputError": "memcon.errors",
    "Page": "memcon.page.page",
    "PageError": "memcon.errors",
    "Reader": "memcon.reading",
    "Record": "memcon.record.contract",
    "RecordError": "memcon.errors",
    "Rejected": "memcon.page.page",
    "SettingsError": "memcon.errors",
    "to_pandas": "memcon.tables.frames",
    "to_polars": "memcon.tables.frames",
}


def __getattr__(name: str) -> object:
    """The public name, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)


def load_ipython_extension(shell: object) -> None:
    """`%load_ext memcon`: from now on a notebook shows a Record as its memorandum."""
    import_module("memcon.brief.notebook").show_records(shell)
