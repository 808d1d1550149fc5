"""The policy of each page: its own scripts run, and no others; a host can say more."""

import base64
import hashlib
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, QuietHandler, served
from mkdocs.exceptions import PluginError
from playwright.sync_api import Browser, Page, expect
from test_print import KINDS

from tools.failure import Failure
from tools.site import hook
from tools.site.policy import with_policy

HEAD = '<html>\n<head><title>T</title>\n  <meta charset="utf-8">'


def rules_of(html: str) -> dict[str, list[str]]:
    """The rules of the one policy that a page has."""
    soup = BeautifulSoup(html, "html.parser")
    (meta,) = soup.select("head > meta[http-equiv=Content-Security-Policy]")
    return {name: values for name, *values in map(str.split, str(meta["content"]).split(";"))}


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_scripts_in_a_page_are_named_once_by_their_hashes_and_data_is_not():
    page = (
        f'{HEAD}<script>1 < "é"</script><SCRIPT type="module">two()</SCRIPT></head><body>'
        '<script>1 < "é"</script><script src="a.js"></script>'
        '<script type="application/json">{}</script><script type="application/ld+json">[]</script>'
    )
    scripts = rules_of(with_policy(page, "a.html"))["script-src"]
    assert scripts == ["'self'", "file:", hash_of('1 < "é"'), hash_of("two()")]


def test_line_ends_are_hashed_as_a_browser_reads_them():
    page = f"{HEAD}<script>a\r\nb\rc</script>"
    assert hash_of("a\nb\nc") in rules_of(with_policy(page, "a.html"))["script-src"]


def test_the_policy_stands_before_all_that_loads_and_behind_the_character_set():
    page = with_policy(f'{HEAD}<script src="a.js"></script><link href="a.css"></head>', "a.html")
    places = [page.index(tag) for tag in ("<meta charset", "<meta http", "<title", "<script")]
    assert places == sorted(places)
    assert page.count("charset") == 1


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('<a title="a > b" onclick="go()">', '<a onclick="go()">'),
        ("<IMG src=a.png onError=go()>", '<img onerror="go()">'),
        ('<a href=" JavaScript:go()">', '<a href=" JavaScript:go()">'),
        ('<form action="javascript:go()">', '<form action="javascript:go()">'),
    ],
)
def test_a_script_in_an_attribute_is_refused_at_its_line(tag, said):
    with pytest.raises(Failure) as raised:
        with_policy(f"{HEAD}</head>\n<body>\n{tag}", "a/b.html")
    assert raised.value.places == ("a/b.html:5",)
    assert raised.value.what.startswith(f"{said} is a script in an attribute")


def test_words_that_look_like_one_are_not():
    page = f'{HEAD}</head><a title="onclick=1" href="a.html?javascript:">o</a><!-- <a onx=1> -->'
    assert rules_of(with_policy(page, "a.html"))


def test_a_file_without_a_head_is_refused():
    with pytest.raises(Failure, match=r"a\.html:1.*no <head>"):
        with_policy("<p>A piece.</p>", "a.html")


def test_a_build_ends_on_what_is_refused_and_a_server_gives_no_policy(monkeypatch):
    """MkDocs' server puts a script of its own into each page."""
    with pytest.raises(PluginError, match=r"404\.html:1: .*no <head>"):
        hook.on_post_template("<p>A piece.</p>", template_name="404.html")
    assert hook.on_post_template("<urlset>", template_name="sitemap.xml") == "<urlset>"
    monkeypatch.setattr(hook._build, "serving", True)
    assert hook.on_post_template(HEAD, template_name="404.html") == HEAD


# The built pages ----------------------------------------------------------------------


def test_each_page_has_a_policy_and_none_lets_any_script_run(built):
    for file in built.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        rules = rules_of(page)
        scripts = [
            tag.string
            for tag in BeautifulSoup(page, "html.parser").select("script:not([src], [type])")
        ]
        assert set(rules["script-src"]) == {"'self'", "file:", *map(hash_of, scripts)}, file
        assert {"default-src", "object-src", "base-uri", "form-action"} <= set(rules)
        assert "unsafe-eval" not in str(rules)
        assert page.index("<meta http-equiv") < page.index("<script"), file
        assert page.encode()[:1024].count(b'<meta charset="utf-8">') == 1, file


pages = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.browser
@pages
def test_a_page_keeps_its_policy(visit, kind):
    """`visit` fails on what the browser says of it."""
    page = visit(KINDS[kind])
    page.locator("[data-md-component=palette] label:not([hidden])").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.locator("input.md-search__input").click()
    page.keyboard.type("mixed precision")
    page.locator(".md-search-result__link").first.wait_for()
    page.reload()  # what the theme has stored is read by the scripts in the page
    page.locator("body[data-md-color-scheme=slate]").wait_for()


@pytest.fixture
def complaining(browser: Browser) -> Iterator[Page]:
    """A page whose complaints about the policy are kept in `page.complaints`."""
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.complaints = []

    def hear(said: str) -> None:
        if "Content Security Policy" in said:
            page.complaints.append(said)

    page.on("console", lambda message: hear(message.text))
    yield page
    page.context.close()


@pytest.mark.browser
@pages
def test_a_page_keeps_it_from_a_folder_too(complaining, built, kind):
    complaining.goto((built / KINDS[kind]).as_uri())
    styles = "[...document.styleSheets].every((sheet) => sheet.ownerNode.sheet)"
    assert complaining.evaluate(styles)
    complaining.locator("input.md-search__input").click()
    complaining.keyboard.type("is keras part of tensorflow")
    complaining.locator(".md-search-result__link").first.wait_for()
    assert complaining.complaints == []


@pytest.mark.browser
def test_the_page_for_a_lost_address_keeps_it(complaining, built, address):
    complaining.route("**/lost/*", lambda route: route.fulfill(path=built / "404.html"))
    complaining.goto(f"{address}lost/a.html")
    expect(complaining.get_by_label("Words to search for")).to_have_value("lost a")
    complaining.get_by_label("Words to search for").press("Enter")
    complaining.locator(".md-search-result__link").first.wait_for()
    assert complaining.complaints == []


PLANTED = {
    "a script": "<script>window.planted = 1</script>",
    "a script from elsewhere": '<script src="http://127.0.0.2/planted.js"></script>',
    "a script as data": '<script src="data:text/javascript,window.planted = 1"></script>',
    "a handler": '<img src="none.png" onerror="window.planted = 1">',
    "a frame": '<iframe srcdoc="<script>parent.planted = 1</script>"></iframe>',
}


@pytest.mark.browser
@pytest.mark.parametrize("from_folder", [False, True], ids=["host", "folder"])
@pytest.mark.parametrize("what", PLANTED)
def test_what_was_not_there_when_a_page_was_built_does_not_run(
    complaining, built, address, tmp_path, what, from_folder
):
    page = (built / "index.html").read_text(encoding="utf-8")
    planted = page.replace("</body>", f"{PLANTED[what]}</body>")
    if from_folder:
        (tmp_path / "index.html").write_text(planted, encoding="utf-8")
        complaining.goto((tmp_path / "index.html").as_uri())
    else:
        html = {"body": planted, "content_type": "text/html; charset=utf-8"}
        complaining.route("**/planted.html", lambda route: route.fulfill(**html))
        complaining.goto(f"{address}planted.html")
    complaining.wait_for_load_state("networkidle")
    assert complaining.evaluate("window.planted") is None
    assert any("script-src" in said for said in complaining.complaints), complaining.complaints


@pytest.mark.browser
def test_the_same_would_run_without_a_policy(complaining, built, address):
    page = (built / "index.html").read_text(encoding="utf-8")
    bare = re.sub("<meta http-equiv[^>]*>", "", page)
    html = {"body": f"{bare}{PLANTED['a script']}", "content_type": "text/html; charset=utf-8"}
    complaining.route("**/bare.html", lambda route: route.fulfill(**html))
    complaining.goto(f"{address}bare.html")
    assert complaining.evaluate("window.planted") == 1


# What a host says ----------------------------------------------------------------------

Headers = dict[str, dict[str, str]]


def headers_of(file: Path) -> Headers:
    """The headers for each pattern of paths, as the hosts read the file."""
    found: Headers = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            below = found.setdefault(line, {})
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            below[name] = value
        else:
            assert not line or line.startswith("#"), line
    return found


def test_the_file_of_headers_names_what_is_there(built):
    headers = headers_of(built / "_headers")
    paths = [f"/{file.relative_to(built).as_posix()}" for file in built.rglob("*.*")]
    for pattern, given in headers.items():
        matched = [path for path in paths if fnmatchcase(path, pattern)]
        assert matched, pattern
        kept_long = "immutable" in given.get("Cache-Control", "")
        hashed = [path for path in matched if re.search(r"\.[0-9a-f]{8}\.", path)]
        assert not kept_long or hashed == matched, pattern


class WithHeaders(QuietHandler):
    """Serves a site as the hosts do that read `_headers`."""

    def end_headers(self) -> None:
        for pattern, given in headers_of(Path(self.directory, "_headers")).items():
            if fnmatchcase(self.path.partition("?")[0], pattern):
                for name, value in given.items():
                    self.send_header(name, value)
        super().end_headers()


@pytest.fixture
def hosted(built: Path) -> Iterator[str]:
    with served(built, WithHeaders) as address:
        yield address


@pytest.mark.browser
def test_a_page_works_with_the_headers_and_cannot_be_framed(browser, hosted):
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    answer = page.goto(f"{hosted}why-keras.html")
    assert answer.headers["x-content-type-options"] == "nosniff"
    page.locator("input.md-search__input").click()
    page.keyboard.type("mixed precision")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".language-python .md-code__button").first.dispatch_event("click")
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('import')")
    assert said == []
    page.set_content(f'<iframe src="{hosted}index.html"></iframe>')
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in text for text in said), said
    page.context.close()


def test_the_headers_stand_in_the_words_of_other_hosts_too():
    """CONTRIBUTING.md has them for hosts that do not read the file."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for given in headers_of(ROOT / "docs/_headers").values():
        for name, value in given.items():
            assert name in text, name
            assert value in text, value
