"""The JSON of the pages, asked for by schemathesis as OpenAPI describes it: nothing fails."""

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from browsing import base, serving
from bulletins import SUMMIT
from memcon.desk.desk import Desk
from memcon.web.app import DEEDS, VIEWS
from memcon.web.openapi import description

SCHEMA = schemathesis.openapi.from_dict(description(VIEWS, DEEDS))
CHECKS = [schemathesis.checks.not_a_server_error]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """Who is let in by the server of a small desk."""
    path = tmp_path_factory.mktemp("api") / "summit.memcon"
    with Desk.create(path) as desk:
        for record in SUMMIT:
            desk.add(record)
    with serving(path) as address, httpx.Client(base_url=base(address), timeout=30) as client:
        client.get(address)
        yield client


def test_the_description_is_sound(client):
    SCHEMA.validate()
    assert client.get("/openapi.json").json() == description(VIEWS, DEEDS)


@SCHEMA.parametrize()
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_nothing_that_can_be_asked_fails(case, client):
    cookies = "; ".join(f"{one.name}={one.value}" for one in client.cookies.jar)
    headers = {"Cookie": cookies, "Origin": str(client.base_url).rstrip("/")}
    answer = case.call_and_validate(base_url=str(client.base_url), headers=headers, checks=CHECKS)
    assert answer.status_code != 403 or case.method != "GET"
