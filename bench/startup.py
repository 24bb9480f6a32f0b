"""Start-up: how long a user waits for `memcon --help`, the median of seven."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from measurement import Measurement, run
from memcon.reading import Reader

ROUNDS = 7


def measure(_shared: Path, _reader: Reader) -> Measurement:
    """Wall time of the installed command."""
    command = [str(Path(sys.executable).with_name("memcon")), "--help"]
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - start)
    help_seconds = round(median(seconds), 3)
    table = f"memcon --help   {help_seconds:.2f} s"
    return Measurement("startup", table, {"help_seconds": help_seconds})


if __name__ == "__main__":
    run(measure, __doc__)
