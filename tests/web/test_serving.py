"""The server as browsers meet it: one connection, and no answer that waits for the network."""

from http.client import HTTPConnection
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

# An answer's end that waits until its beginning is acknowledged comes as late as this.
DELAY_SECONDS = 0.04


def test_no_answer_waits_until_its_beginning_is_acknowledged(served):
    parts = urlsplit(served)
    connection = HTTPConnection(parts.hostname, parts.port)
    seconds = []
    for _ in range(40):
        start = perf_counter()
        connection.request("GET", "/")
        connection.getresponse().read()
        seconds.append(perf_counter() - start)
    connection.close()
    assert median(seconds) < DELAY_SECONDS
