"""The glossary explains a term where a page first uses it, and nowhere else."""

from tools.site.terms import Terms, breakable

GLOSSARY = """<dl>
<dt id="backend">Backend</dt>
<dd>The library that computes for <code>keras.layers</code>, such as JAX. It is chosen once.</dd>
<dt>Trace</dt>
<dt id="trace">Retracing</dt>
<dd>One run of Python that builds a graph.<span class="proof"><button>✓</button><small
>printed</small></span></dd>
<dt class="basic" id="model">Model</dt>
<dd>Layers that are trained together.</dd>
</dl>"""


def explained(html: str, uri: str = "a/page.md") -> str:
    return Terms(GLOSSARY, "glossary.md").explain(html, uri)


def test_the_first_sentence_of_a_term_is_the_tooltip_at_its_first_use():
    page = explained("<p>Two backends.</p><p>A backend.</p>")
    title = "The library that computes for keras.layers, such as JAX."
    link = f'<a class="term" href="../glossary.html#backend" title="{title}">backends</a>'
    assert page == f"<p>Two {link}.</p><p>A backend.</p>"


def test_names_that_share_a_definition_share_its_address():
    for name in ("Trace", "Retracing"):
        link = '<a class="term" href="glossary.html#trace" title="One run of Python that builds'
        assert link in explained(f"<p>{name}</p>", "page.md")


def test_a_name_with_an_address_of_its_own_has_that():
    glossary = GLOSSARY.replace("<dt>Trace</dt>", '<dt id="one-trace">Trace</dt>')
    locations = [entry["location"] for entry in Terms(glossary, "glossary.md").sections()]
    assert locations[1:3] == ["glossary.html#one-trace", "glossary.html#trace"]


def test_a_basic_term_is_defined_and_has_no_tooltip():
    assert explained("<p>A model.</p>") == "<p>A model.</p>"


def test_each_term_is_a_section_of_the_search():
    found = list(Terms(GLOSSARY, "glossary.md").sections())
    assert [entry["title"] for entry in found] == ["Backend", "Trace", "Retracing", "Model"]
    assert found[2] == {
        "location": "glossary.html#trace",
        "title": "Retracing",
        "text": "One run of Python that builds a graph.",
    }


def test_links_code_and_longer_words_stay_as_they_are():
    for taken in ("<a href='#x'>backend</a>", "<code>backend</code>", "backendless"):
        assert explained(f"<p>{taken}</p>") == f"<p>{taken}</p>"
    assert explained("<h2>Backend</h2>") == "<h2>Backend</h2>"


def test_the_glossary_does_not_explain_itself():
    assert explained("<p>A backend.</p>", "glossary.md") == "<p>A backend.</p>"


def test_a_long_name_may_break_after_a_dot_a_bracket_or_an_equals_sign_alone():
    name = "<code>keras.distribution.DataParallel</code>"
    assert breakable(name) == "<code>keras.<wbr>distribution.<wbr>DataParallel</code>"
    decorator = "<code>@keras.saving.register_keras_serializable()</code>"
    assert breakable(decorator).count("<wbr>") == 3
    call = '<code class="gone">keras.layers.LeakyReLU(negative_slope=0.2)</code>'
    parts = ("keras.", "layers.", "LeakyReLU(", "negative_slope=", "0.2)")
    assert breakable(call) == f'<code class="gone">{"<wbr>".join(parts)}</code>'
    assert breakable("<code>kernel_initializer=keras.initializers.Zeros</code>").count("<wbr>") == 3
    for whole in ("<code>tf.keras</code>", "<pre><code>x.y.z = keras.layers.Dense\n</code></pre>"):
        assert breakable(whole) == whole


def test_a_short_name_stays_whole_at_its_hyphen():
    assert breakable("<code>tf-keras</code>") == '<code class="whole">tf-keras</code>'
    for other in ("<code>a - b</code>", "<code>a-name-of-more-than-24-characters</code>"):
        assert breakable(other) == other
