"""Names of the API in the prose, planted and caught at their lines."""

import pytest
from conftest import planted

from tools.failure import Failure
from tools.pages.names import find_mentions, name_failures
from tools.pages.rules import Rules
from tools.runner.runner import Runner
from tools.runner.store import Store

ROOTS = {"tf": "tensorflow", "keras": "keras", "tf_keras": "tf_keras"}

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
    (page,) = Rules(planted(tmp_path, {"docs/a.md": PAGE}), {}).pages
    assert [mention.name for mention in find_mentions(page, ROOTS)] == [
        "keras.Model",
        "tf.keras.layers.Dense",
        "tf.keras.losses.mean_squared_error",
        "tf.placeholder",
        "tf.nn.relu",
        "tf_keras.Sequential",
        "keras.ops.nonsense",
    ]


def test_a_root_that_is_not_installed_is_a_failure(tmp_path):
    project = planted(tmp_path, {"docs/a.md": "`np.sum`\n"})
    pages, store = Rules(project, {}).pages, Store(project.root, project.config)
    with Runner(project.config, project.folder) as runner, pytest.raises(Failure) as caught:
        list(name_failures(pages, {"np": "no_such_package"}, store, runner))
    assert caught.value.what == "looking up names raised ModuleNotFoundError"


@pytest.mark.slow
def test_names_that_do_not_resolve_fail_at_their_lines(tmp_path):
    project = planted(tmp_path, {"docs/a.md": PAGE})
    pages, store = Rules(project, {}).pages, Store(project.root, project.config)
    with Runner(project.config, project.folder) as runner:
        failures = list(name_failures(pages, ROOTS, store, runner))
    assert [(failure.places[0], failure.what.split("`")[1]) for failure in failures] == [
        ("docs/a.md:3", "tf.keras.losses.mean_squared_error"),
        ("docs/a.md:4", "tf.nn.relu"),
        ("docs/a.md:11", "keras.ops.nonsense"),
    ]
