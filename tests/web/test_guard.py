"""The guard: who may ask, and what an answer may do; tried as somebody would who wants in."""

import asyncio
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from memcon.desk.desk import Desk
from memcon.web.app import DEEDS, VIEWS, create_app
from memcon.web.assets import asset
from memcon.web.clerk import Clerk
from memcon.web.guard import LONGEST_ADDRESS, Guard
from visits import HERE, SESSION, Told, visiting

COOKIE = f"memcon-8747={SESSION.cookie}"
LET_IN = {"Cookie": COOKIE}
FIRST = f"/?token={SESSION.token}"
PROOF = {"csrf": SESSION.csrf}


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("guard") / "desk.memcon"
    Desk.create(path).close()
    return path


@pytest.fixture(scope="module")
def client(desk):
    """Somebody who has no cookie yet."""
    with TestClient(
        create_app(Clerk(desk, None, 900), Told(), SESSION), HERE, follow_redirects=False
    ) as client:
        yield client


@pytest.fixture(scope="module")
def visitor(desk):
    with visiting(desk) as client:
        yield client


@pytest.fixture(autouse=True)
def _forgetful(client):
    client.cookies.clear()


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8747",
        "127.0.0.1.evil.example:8747",
        "localhost.:8747",
        "evil@127.0.0.1:8747",
        "127.0.0.1:8747@evil.example",
        "127.0.0.1:port",
        "127.0.0.1/:8747",
        "127.0.0.1#:8747",
        "[::1",
        "0.0.0.0:8747",
        "",
    ],
)
def test_a_name_that_is_bound_to_this_machine_anew_is_refused(client, host):
    answer = client.get(FIRST, headers={"Host": host})
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["127.0.0.1:8747", "localhost:8747", "LocalHost:8747", "[::1]:1"])
def test_loopback_is_let_in(client, host):
    assert client.get(FIRST, headers={"Host": host}).status_code == 303


@pytest.mark.parametrize("token", ["", "wrong", SESSION.token[:-1], SESSION.token + "x", "\u20ac"])
def test_who_has_no_token_and_no_cookie_is_refused(client, token):
    for path in (
        "/",
        "/timeline",
        "/timeline.json",
        "/no-such",
        "/openapi.json",
        asset("style.css"),
    ):
        assert client.get(path, params={"token": token}).status_code == 403
        assert client.get(path).status_code == 403


@pytest.mark.parametrize(
    "cookie",
    [
        "memcon-8747=",
        "memcon-8747=wrong",
        f"memcon-8748={SESSION.cookie}",
        f"memcon-80={SESSION.cookie}",
        f"memcon={SESSION.cookie}",
        f"memcon-8747={SESSION.token}",
    ],
)
def test_a_cookie_of_another_port_or_run_is_refused(client, cookie):
    assert client.get("/timeline.json", headers={"Cookie": cookie}).status_code == 403


@pytest.mark.parametrize(
    "cookie",
    [
        f'other={{"a": [1, 2]}}; {COOKIE}',
        f"memcon-8748=x; {COOKIE}; =; ;;",
        f"memcon-8747=planted; {COOKIE}",
        f"{COOKIE}; memcon-8747=planted",
    ],
)
def test_cookies_that_others_on_this_machine_set_keep_nobody_out(client, cookie):
    assert client.get("/timeline.json", headers={"Cookie": cookie}).status_code == 200


def test_the_token_buys_a_cookie_that_no_script_and_no_other_site_gets(client):
    answer = client.get(FIRST)
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith(COOKIE)
    assert {"HttpOnly", "SameSite=strict", "Path=/"} == set(cookie.split("; ")[1:])


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("/", "/"),
        ("/timeline?token={}&since=2021&party=A%26B", "/timeline?since=2021&party=A%26B"),
        ("//evil.example/?token={}", "/evil.example/"),
        ("///evil.example/?token={}", "/evil.example/"),
        ("/\\evil.example?token={}", "/%5Cevil.example"),
        ("/%5Cevil.example?token={}", "/%5Cevil.example"),
        ("/%09/evil.example?token={}", "/%09/evil.example"),
        ("/a%0d%0aSet-Cookie:x=y?token={}", "/a%0D%0ASet-Cookie%3Ax%3Dy"),
        ("/a%3Fb%23c%25d?token={}", "/a%3Fb%23c%25d"),
        ("/relation/body:n%2Fa/USA?token={}", "/relation/body%3An%2Fa/USA"),
        ("/a?token={}&token={}&b=%0d%0ax", "/a?b=%0D%0Ax"),
    ],
)
def test_who_brings_the_token_goes_on_without_it_and_nowhere_else(client, asked, there):
    asked = asked.replace("{}", SESSION.token) if "{}" in asked else FIRST
    for headers in ({}, LET_IN):
        answer = client.get(f"{HERE}{asked}", headers=headers)
        assert (answer.status_code, answer.headers["location"]) == (303, there)


def test_what_starts_the_browser_is_good_once(desk):
    with TestClient(
        create_app(Clerk(desk, None, 900), Told(), SESSION), HERE, follow_redirects=False
    ) as client:
        assert client.get(f"/?token={SESSION.once}").status_code == 303
        client.cookies.clear()
        assert client.get(f"/?token={SESSION.once}").status_code == 403
        assert client.get(FIRST).status_code == 303


def test_a_token_of_an_earlier_run_does_not_stay_in_the_address_of_who_is_in(client):
    answer = client.get("/timeline?token=of-yesterday&since=2021", headers=LET_IN)
    assert answer.headers["location"] == "/timeline?since=2021"
    assert "set-cookie" not in answer.headers


def test_a_token_is_no_way_to_change_anything(client):
    headers = {"Origin": HERE}
    assert client.post(FIRST, headers=headers).status_code == 403
    assert client.post(f"/lock?token={SESSION.token}", headers=headers).status_code == 403


ORIGINS = [
    None,
    "null",
    "http://evil.example",
    "https://127.0.0.1:8747",
    "http://127.0.0.1",
    "http://127.0.0.1:8748",
    "http://localhost:8747",
    "http://127.0.0.1:8747.evil.example",
]
SENT = sorted(
    {deed.path for deed in DEEDS} | {"/add", "/add/cancel", "/add/dismiss", "/lock", "/unlock"}
)


def filled(path: str) -> str:
    return path.replace("{number}", "1").replace("{id}", "ab").replace("{name}", "x")


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_only_our_own_pages_may_change_anything(client, method, origin):
    headers = LET_IN | ({"Origin": origin} if origin else {})
    for path in ("/add", "/add/file?name=a.txt", "/lock"):
        answer = client.request(method, path, headers=headers, content=b"csrf=proof-of-tests")
        assert answer.status_code == 403


@pytest.mark.parametrize("path", SENT)
@pytest.mark.parametrize("proof", [{}, {"csrf": ""}, {"csrf": "wrong"}, {"csrf": SESSION.cookie}])
def test_every_form_must_prove_that_it_is_ours(visitor, path, proof):
    for kind in ({"data": proof}, {"data": proof, "files": {"file": ("a.txt", b"text")}}):
        answer = visitor.post(filled(path), **kind)
        # A form that has no file to take is refused for it before its proof is looked at.
        assert answer.status_code in ((400, 403) if "files" in kind else (403,))


@pytest.mark.parametrize("proof", [{}, {"x-memcon-proof": "wrong"}, {"x-memcon-proof": "\u00e9"}])
def test_a_file_must_prove_that_our_page_sends_it(visitor, proof):
    headers = {name: words.encode("latin-1") for name, words in proof.items()}
    answer = visitor.put("/add/file?name=a.txt", content=b"text", headers=headers)
    assert answer.status_code == 403
    assert visitor.get("/add.json").json() == {"uploads": []}


def test_no_header_or_field_makes_another_method_of_a_question(visitor):
    headers = {"X-HTTP-Method-Override": "POST", "X-HTTP-Method": "PUT"}
    assert visitor.get("/lock?_method=POST", headers=headers).status_code == 405


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("same-origin", "cors", 200),
        ("none", "navigate", 200),
        # A link on a page of another of this machine's ports.
        ("same-site", "navigate", 200),
        ("same-site", "no-cors", 403),
        ("same-site", "cors", 403),
        ("cross-site", "no-cors", 403),
        ("cross-site", "websocket", 403),
    ],
)
def test_pages_from_elsewhere_may_lead_here_but_fetch_nothing(client, site, mode, status):
    headers = LET_IN | {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}
    assert client.get("/timeline.json", headers=headers).status_code == status


def protected(headers) -> bool:
    policy = headers["content-security-policy"]
    return (
        "default-src 'none'" in policy
        and "script-src 'self';" in policy
        and "frame-ancestors 'none'" in policy
        and "base-uri 'none'" in policy
        and "form-action 'self'" in policy
        and "unsafe" not in policy
        and headers["x-content-type-options"] == "nosniff"
        and headers["x-frame-options"] == "DENY"
        and headers["referrer-policy"] == "same-origin"
        and headers["cross-origin-opener-policy"] == "same-origin"
        and headers["cross-origin-resource-policy"] == "same-origin"
        and "access-control-allow-origin" not in headers
    )


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@pytest.mark.parametrize(
    "path",
    ["/", "/timeline", "/timeline.json", "/timeline.csv", "/add", "/no-such", "/timeline?limit=x"],
)
def test_every_answer_is_protected_and_none_is_kept(client, visitor, method, path):
    for who in (client, visitor):
        answer = who.request(method, path)
        assert protected(answer.headers)
        assert answer.headers["cache-control"] == "no-store"


def test_a_file_that_never_changes_is_kept_and_protected(visitor):
    answer = visitor.get(asset("style.css"))
    assert protected(answer.headers)
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/x/app.py",
        "/assets/x/..%2fapp.py",
        "/assets/..%2f..%2f/etc/passwd",
        "/assets/%2e%2e/%2e%2e/guard.py",
        "/assets/x/sheet.html",
        "/assets/x/%00",
        "/assets/x//etc/passwd",
        f"{asset('style.css')[:-9]}sheet.css",
        f"{asset('style.css')[:-9]}..%2Fguard.py",
        f"/assets/000000000000/{asset('style.css').rpartition('/')[2]}",
    ],
)
def test_nothing_but_the_pages_files_is_served(visitor, path):
    assert visitor.get(f"{HERE}{path}").status_code == 404


def test_a_long_address_is_refused(visitor):
    words = "a" * LONGEST_ADDRESS
    for path in (f"/{words}", f"/timeline?party={words}"):
        answer = visitor.get(path)
        assert answer.status_code == 414
        assert protected(answer.headers)


def test_a_socket_is_refused(visitor):
    with pytest.raises(WebSocketDisconnect), visitor.websocket_connect("/timeline"):
        pass


def test_what_nobody_foresaw_is_told_without_what_was_asked(desk, monkeypatch, caplog, capfd):
    def fail(_desk, query):
        raise ZeroDivisionError(f"secret {query.party}")

    view = next(view for view in VIEWS if view.path == "/timeline")
    monkeypatch.setattr(type(view), "__setattr__", object.__setattr__)
    monkeypatch.setattr(view, "ask", fail)
    with visiting(desk) as visitor:
        for path in ("/timeline?party=Lavrov", "/timeline.json?party=Lavrov"):
            answer = visitor.get(path)
            assert answer.status_code == 500
            assert protected(answer.headers)
            assert "the fault is memcon's" in answer.text
            assert "Traceback" not in answer.text
    told = caplog.text + "".join(capfd.readouterr())
    assert "ZeroDivisionError" in told
    assert "test_guard" in told
    assert "secret" not in told
    assert "Lavrov" not in told


def test_what_is_no_question_at_all_reaches_the_application():
    heard = []

    async def app(scope, _receive, _send):
        heard.append(scope["type"])

    asyncio.run(Guard(app, SESSION)({"type": "lifespan"}, None, None))
    assert heard == ["lifespan"]
