"""Room: what every request finds: the desk's clerk, the reading side, what is being added."""

from dataclasses import dataclass

from starlette.requests import Request

from memcon.web.clerk import Clerk
from memcon.web.guard import Session
from memcon.web.reading import Reading
from memcon.web.uploads import Uploads


@dataclass(frozen=True, slots=True)
class Room:
    """Made once, when the application is; a request has it in its application's state."""

    clerk: Clerk
    reading: Reading
    session: Session
    uploads: Uploads

    @classmethod
    def of(cls, request: Request) -> "Room":
        """The room of the application that a request came to."""
        return request.app.state.room
