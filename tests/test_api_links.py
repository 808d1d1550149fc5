"""Names of the API link to their official pages."""

import pytest
from conftest import ROOT

from tools.config import read_config
from tools.site.api_links import ApiLinks

DOCS = "https://www.tensorflow.org/api_docs/python/tf/"
LINKS = ApiLinks(read_config(ROOT).names)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("tf.nn.relu", f"{DOCS}nn/relu"),
        ("tf.nn.relu(x)", f"{DOCS}nn/relu"),
        ("tf.GradientTape", f"{DOCS}GradientTape"),
        ("tf.GradientTape.gradient", f"{DOCS}GradientTape#gradient"),
        ("tensorflow.keras", f"{DOCS}keras"),
        ("keras.ops", "https://keras.io/api/ops/"),
        ("tensorflow.python.keras", None),
        ("keras.src", None),
        ("tf_keras.Model", None),
        ("model.fit", None),
        ("import tf.keras", None),
    ],
)
def test_a_public_name_has_an_address(name, address):
    assert LINKS.address_of(name) == address


def test_a_name_in_the_text_becomes_a_link():
    linked = LINKS.link("<p>Use <code>tf.nn.relu</code> and <code>fit</code>.</p>")
    assert linked == (
        f'<p>Use <a class="api" href="{DOCS}nn/relu"><code>tf.nn.relu</code></a>'
        " and <code>fit</code>.</p>"
    )


@pytest.mark.parametrize("tag", ["a", "h2", "pre", "summary"])
def test_a_name_inside_a_link_a_heading_or_code_stays(tag):
    html = f'<{tag} id="x">to <code>tf.nn.relu</code></{tag}>'
    assert LINKS.link(html) == html
