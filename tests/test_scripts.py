"""Scripts are small, and a new version of Material is noticed."""

import pytest
from mkdocs.exceptions import BuildError

from booksite.scripts import PATCHES, patched, small


def test_every_patch_is_made():
    assert patched(" … ".join(PATCHES)) == " … ".join(PATCHES.values())


@pytest.mark.parametrize("missing", PATCHES)
def test_a_bundle_that_is_another_stops_the_build(missing):
    with pytest.raises(BuildError, match="look for what does the same"):
        patched(" … ".join(set(PATCHES) - {missing}))


def test_own_scripts_lose_comments_and_keep_what_they_say():
    script = "// a comment\nconst name = `two  spaces // kept`; /* gone */\nexport { name };\n"
    assert small("name.js", script) == "const name=`two  spaces // kept`;export{name};"


def test_scripts_that_are_small_already_are_left_alone():
    assert small("polyfill.min.js", "/*! licence */ 1") == "/*! licence */ 1"
