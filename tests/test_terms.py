"""The glossary explains a term where a page first uses it, and nowhere else."""

from tools.site.terms import Terms, breakable

GLOSSARY = """<dl>
<dt>Backend</dt>
<dd>The library that computes for Keras, such as <code>JAX</code>. It is chosen once.</dd>
<dt>Trace, retracing</dt>
<dd>One run of Python that builds a graph. <!-- proof: x/y "z" --></dd>
</dl>"""


def explained(html: str, uri: str = "a/page.md") -> str:
    return Terms(GLOSSARY, "glossary.md").explain(html, uri)


def test_the_first_sentence_of_a_term_is_the_tooltip_at_its_first_use():
    page = explained("<p>Two backends.</p><p>A backend.</p>")
    title = "The library that computes for Keras, such as JAX."
    link = f'<a class="term" href="../glossary.html#backend" title="{title}">backends</a>'
    assert page == f"<p>Two {link}.</p><p>A backend.</p>"


def test_each_name_of_a_term_has_its_own_address():
    assert 'href="glossary.html#retracing"' in explained("<p>Retracing costs.</p>", "page.md")
    page = Terms(GLOSSARY, "glossary.md").page()
    assert '<dt id="trace"><span id="retracing"></span>Trace, retracing</dt>' in page


def test_links_code_and_longer_words_stay_as_they_are():
    for taken in ("<a href='#x'>backend</a>", "<code>backend</code>", "backendless"):
        assert explained(f"<p>{taken}</p>") == f"<p>{taken}</p>"
    assert explained("<h2>Backend</h2>") == "<h2>Backend</h2>"


def test_the_glossary_does_not_explain_itself():
    assert explained("<p>A backend.</p>", "glossary.md") == "<p>A backend.</p>"


def test_a_long_name_may_break_after_a_dot_alone():
    name = "<code>keras.distribution.DataParallel</code>"
    assert breakable(name) == "<code>keras.<wbr>distribution.<wbr>DataParallel</code>"
    for whole in ("<code>tf.keras</code>", "<pre><code>x.y.z = keras.layers.Dense\n</code></pre>"):
        assert breakable(whole) == whole
