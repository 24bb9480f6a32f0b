"""Security: whatever is asked, and whatever an article says, runs nothing and changes nothing."""

import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

import pytest

from browsing import serving
from bulletins import SUMMIT
from hostile import CODED, HOSTILE, INJECTIONS
from memcon.desk.desk import Desk
from memcon.web.app import DEEDS, VIEWS
from memcon.web.openapi import description
from visits import HERE, visiting

CSRF = {"csrf": "proof-of-tests"}
# So long the models may take to be loaded.
_SECONDS = 120
# What stands in an address where something else is tried.
USUAL = {"a": "USA", "b": "RUS", "number": "1", "finding": "e1", "name": "USA"}


def made(path, records):
    with Desk.create(path) as desk:
        for record in records:
            desk.add(record)
        desk.watch("summit", ("relation", "USA", "RUS"))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("security")


@pytest.fixture(scope="module")
def summit(folder):
    return made(folder / "summit.memcon", SUMMIT)


@pytest.fixture(scope="module")
def visitor(summit):
    with visiting(summit) as client:
        yield client


def contents(path):
    """A digest of every row of every table."""
    digest = sha256()
    with Desk(path) as desk:
        tables = desk.store.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        for (name,) in tables:
            rows = sorted(map(repr, desk.store.query(f'SELECT * FROM "{name}"')))
            digest.update(repr((name, rows)).encode())
    return digest.hexdigest()


def percent(words):
    """Percent-encoded; a lone surrogate as the three bytes that stand for it."""
    return quote(words.encode("utf-8", "surrogatepass"), safe="")


def addresses(view, form) -> Iterator[str]:
    """Every address of a view in which something is tried, one field at a time."""
    usual = USUAL | {"id": SUMMIT[0].article.id[:16]}
    for field in view.query.__struct_fields__:
        for words in INJECTIONS:
            told = {name: quote(known) for name, known in usual.items()} | {field: percent(words)}
            path = re.sub(r"{(\w+)}", lambda m, told=told: told[m[1]], view.path)
            ending = "" if form == "html" else f".{form}"
            query = "" if f"{{{field}}}" in view.path else f"?{field}={percent(words)}"
            yield f"{HERE}{path}{ending}{query}"


@pytest.mark.parametrize(
    ("view", "form"),
    [(view, form) for view in VIEWS for form in view.forms],
    ids=lambda one: one if isinstance(one, str) else one.path,
)
def test_no_words_in_an_address_make_another_question(visitor, summit, view, form):
    before = contents(summit)
    for address in addresses(view, form):
        answer = visitor.get(address)
        assert answer.status_code < 500, address
        assert "<script>window" not in answer.text or form != "html", address
    assert contents(summit) == before


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.path)
def test_no_words_in_a_form_do_another_deed(summit, deed, tmp_path):
    path = shutil.copy(summit, tmp_path / "copy.memcon")
    fields = deed.query.__struct_fields__
    usual = {name: USUAL.get(name, "x") for name in fields} | {"id": SUMMIT[0].article.id[:16]}
    with visiting(path) as visitor:
        for field in fields:
            for words in INJECTIONS:
                there = {name: quote(known) for name, known in usual.items()}
                there[field] = percent(words) or "x"
                address = re.sub(r"{(\w+)}", lambda m, there=there: there[m[1]], deed.path)
                known = urlencode(CSRF | {n: usual[n] for n in fields if n != field})
                body = f"{known}&{field}={percent(words)}"
                kind = {"Content-Type": "application/x-www-form-urlencoded"}
                answer = visitor.post(f"{HERE}{address}", content=body.encode(), headers=kind)
                assert answer.status_code < 500, (address, words)
                if answer.status_code == 303:
                    assert answer.headers["location"].startswith("/")
                    assert not answer.headers["location"].startswith("//")
        assert visitor.get("/timeline.json").status_code == 200
    with Desk(path) as desk:
        assert len(desk.articles()) == len(SUMMIT)
        assert desk.store.query("PRAGMA integrity_check") == [("ok",)]


PLACES = (
    ("GET", "/export/file?format={}"),
    ("GET", "/export/file?format=plover&between={}&between=USA"),
    ("GET", "/export/file?format=plover&limit={}&since={}&min_confidence={}"),
    ("GET", "/unlock?then={}"),
    ("GET", "/assets/{}/style.css"),
    ("GET", "/assets/x/{}"),
    ("GET", "/{}"),
    ("GET", "/{}.json"),
    ("GET", "/timeline?{}=1"),
    ("GET", "/?token={}"),
    ("PUT", "/add/file?name={}&published={}"),
    ("POST", "/add/cancel"),
    ("POST", "/add/dismiss"),
    ("POST", "/unlock"),
    ("POST", "/add"),
)


@pytest.mark.parametrize(("method", "path"), PLACES)
def test_no_other_place_fails_for_what_it_is_told(visitor, method, path):
    headers = {"X-Memcon-Proof": CSRF["csrf"], "Content-Type": "application/x-www-form-urlencoded"}
    for words in INJECTIONS:
        told = percent(words)
        fields = ("number", "then", "passphrase", "title", "url", "published", "kept")
        body = urlencode(CSRF) + "".join(f"&{field}={told}" for field in fields)
        answer = visitor.request(
            method,
            f"{HERE}{path.replace('{}', told)}",
            content=body.encode() if method != "GET" else None,
            headers=headers if method != "GET" else None,
        )
        assert answer.status_code < 500, (path, words)


BODIES = (
    (b"", "multipart/form-data"),
    (b"", "multipart/form-data; boundary="),
    (b"--x\r\n\r\n", "multipart/form-data; boundary=x"),
    (
        b"--x\r\nContent-Disposition: form-data\r\n\r\nhi\r\n--x--",
        "multipart/form-data; boundary=x",
    ),
    (
        b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n\xff\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    (b"no part at all", "multipart/form-data; boundary=x"),
    (b"--x" * 1000, "multipart/form-data; boundary=x; charset=nonsense"),
    (b"a", "multipart/form-data; boundary=" + "y" * 5000),
    (b"%%%=%zz&&&=;=&csrf", "application/x-www-form-urlencoded"),
    (b"\xff\xfe=\x00", "application/x-www-form-urlencoded; charset=utf-16"),
    (b"&a=1" * 1000, "application/x-www-form-urlencoded"),
    (b'{"csrf": "proof-of-tests"}', "application/json"),
    (b"csrf=proof", "\xff"),
)


@pytest.mark.parametrize(("body", "kind"), BODIES)
@pytest.mark.parametrize("path", ["/add", "/unlock", "/add/cancel", "/lock"])
def test_a_form_that_is_none_is_refused(visitor, path, body, kind):
    headers = {"Content-Type": kind.encode("latin-1")}
    answer = visitor.post(path, content=body, headers=headers)
    assert answer.status_code in (400, 403, 409)


class _Page(HTMLParser):
    """What a browser would run, or go to, on a page."""

    def __init__(self, text):
        super().__init__()
        self.scripts, self.handlers, self.addresses, self.said = 0, [], [], ""
        self._is_inside = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self._is_inside = tag == "script" and told.get("type") != "application/json"
        self.scripts += self._is_inside
        self.handlers += [name for name in told if name.startswith("on") or name == "style"]
        self.addresses += [
            told[name] or "" for name in ("href", "src", "action", "formaction") if name in told
        ]

    def handle_data(self, data):
        if self._is_inside:
            self.said += data.strip()

    def handle_endtag(self, tag):
        self._is_inside = False


SEEN = [
    "/",
    "/overview",
    "/search?words=talks",
    "/search?words=%3Cscript%3E",
    "/said",
    "/corrections",
    "/add",
]


def crawled(visitor):
    """Every page that links lead to, by its address; of pages alike not more than some."""
    waiting, pages, seen = [*SEEN, *(v.path for v in VIEWS if "{" not in v.path)], {}, set()
    alike: dict[str, int] = {}
    while waiting:
        address = waiting.pop(0).partition("#")[0]
        kind = re.sub(r"[0-9a-f]{12,}|\d+|(?<=/)[^/?]+$|=[^&]*", "*", address)
        if address in seen or not address.startswith("/") or alike.get(kind, 0) >= 12:
            continue
        seen.add(address)
        alike[kind] = alike.get(kind, 0) + 1
        answer = visitor.get(f"{HERE}{address}", follow_redirects=True)
        assert answer.status_code < 500, address
        if answer.headers["content-type"].startswith("text/html"):
            pages[address] = answer
            waiting += [
                one for one in _Page(answer.text).addresses if not one.startswith("/assets")
            ]
    return pages


@pytest.mark.parametrize("records", [HOSTILE, CODED], ids=["words", "codes"])
def test_what_an_article_says_is_shown_and_never_run(tmp_path, records):
    with visiting(made(tmp_path / "hostile.memcon", records)) as visitor:
        plain = _Page(visitor.get("/export").text)
        pages = crawled(visitor)
        assert len(pages) > 20
        for address, answer in pages.items():
            page = _Page(answer.text)
            assert page.said == "", address
            assert page.handlers == [], address
            assert page.scripts <= plain.scripts + 4, address
            for there in page.addresses:
                assert re.match(r"/(?![/\\])|https?://|data:,|#|\?|$", there), (address, there)


def test_what_is_hostile_is_shown_all_the_same(tmp_path):
    with visiting(made(tmp_path / "hostile.memcon", HOSTILE)) as visitor:
        page = visitor.get(f"/article/{HOSTILE[0].article.id[:16]}").text
        assert "&lt;script&gt;" in page
        assert 'href="javascript' not in page


def test_every_field_is_described(visitor):
    told = description(VIEWS, DEEDS)["paths"]
    for view in VIEWS:
        names = [one["name"] for one in told[f"{view.path}.json"]["get"]["parameters"]]
        assert names == list(view.query.__struct_fields__)
    assert visitor.get("/openapi.json").json()["paths"].keys() == told.keys()


@pytest.fixture(scope="module")
def served(folder):
    """The server of a desk on which everything is hostile, in the place of the story's."""
    with serving(made(folder / "hostile.memcon", HOSTILE)) as address:
        yield address


def test_the_browser_runs_nothing_of_an_article(page):
    """The page fixture fails on what the policy had to forbid, too."""
    answer = page.goto("/overview")
    links = page.eval_on_selector_all(
        "main a, nav a", "all => all.map(a => a.getAttribute('href'))"
    )
    article = f"/article/{HOSTILE[0].article.id[:16]}"
    fixed = [
        article,
        f"{article}?finding=e1",
        "/happening/1",
        "/relation/USA/RUS",
        "/search?words=talks",
    ]
    for link in dict.fromkeys([*fixed, *(one for one in links if one.startswith("/"))][:40]):
        answer = page.goto(link)
        assert answer.status == 200, link
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.robbed") is None, link


def test_the_browser_runs_nothing_of_a_name_of_a_file(page):
    page.goto("/add")
    name = "<img src=x onerror=window.robbed=1>.txt"
    page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "text/plain", "buffer": bytes(600)}
    )
    page.get_by_text("binary, not text").wait_for(timeout=_SECONDS * 1000)
    assert page.get_by_text(name).is_visible()
    assert page.evaluate("window.robbed") is None
