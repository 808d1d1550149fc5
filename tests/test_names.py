"""Names of the API in the prose, planted and caught at their lines."""

import pytest
from conftest import write_files

from tools.names import check_names, find_mentions
from tools.pages import find_pages
from tools.store import Store

PAGE = """# A `keras.Model`

`tf.keras.layers.Dense` and `tf.keras.losses.mean_squared_error` are names;
`tf.placeholder`{ .gone } is gone, `tf.nn.relu`{ .gone } is not, `tf_keras.Sequential(...)` exists.

```text
keras.nonsense in a fence is not prose
```

Not names: `~/.keras/keras.json`, `my_keras.thing`, keras.nonsense, `model.fit`.
`keras.ops.nonsense` comes last.
"""


def test_names_are_found_in_backticks_only(tmp_path):
    (page,) = find_pages(write_files(tmp_path, {"docs/a.md": PAGE}))
    assert [mention.name for mention in find_mentions(page)] == [
        "keras.Model",
        "tf.keras.layers.Dense",
        "tf.keras.losses.mean_squared_error",
        "tf.placeholder",
        "tf.nn.relu",
        "tf_keras.Sequential",
        "keras.ops.nonsense",
    ]


@pytest.mark.slow
def test_names_that_do_not_resolve_fail_at_their_lines(tmp_path):
    pages = find_pages(write_files(tmp_path, {"docs/a.md": PAGE}))
    failures = list(check_names(pages, Store(tmp_path)))
    assert [(failure.places[0], failure.what.split("`")[1]) for failure in failures] == [
        ("docs/a.md:3", "tf.keras.losses.mean_squared_error"),
        ("docs/a.md:4", "tf.nn.relu"),
        ("docs/a.md:11", "keras.ops.nonsense"),
    ]
