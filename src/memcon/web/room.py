"""Room: what every request finds: the desk's clerk, the reading side, the secrets of this run."""

from dataclasses import dataclass

from starlette.requests import Request

from memcon.web.clerk import Clerk
from memcon.web.guard import Session
from memcon.web.reading import Reading


@dataclass(frozen=True, slots=True)
class Room:
    """Made once, when the application is; a request has it in its application's state."""

    clerk: Clerk
    reading: Reading
    session: Session

    @classmethod
    def of(cls, request: Request) -> "Room":
        """The room of the application that a request came to."""
        return request.app.state.room
