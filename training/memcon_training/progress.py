"""Progress of a training: a line now and then, with the time that is left."""

import sys
import time

EVERY_SECONDS = 20


class Progress:
    """Counts steps and tells the smoothed loss."""

    def __init__(self, name: str, steps: int) -> None:
        self.name, self.steps = name, steps
        self.done, self.loss = 0, 0.0
        self.began = self.told = time.monotonic()

    def step(self, loss: float) -> None:
        """One step more."""
        self.done += 1
        self.loss = loss if self.done == 1 else 0.97 * self.loss + 0.03 * loss
        now = time.monotonic()
        if now - self.told > EVERY_SECONDS or self.done == self.steps:
            self.told = now
            left = (now - self.began) / self.done * (self.steps - self.done)
            print(
                f"{self.name}: {self.done}/{self.steps}, loss {self.loss:.4f}, {left:.0f} s left",
                file=sys.stderr,
            )
