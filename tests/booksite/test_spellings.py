"""What the search knows: other spellings of a term, and particles."""

import json

from booksite.ship.search import SCRIPT, write_spellings


def test_a_term_is_known_in_one_word_and_in_the_spellings_that_the_book_avoids(tmp_path):
    (tmp_path / SCRIPT).parent.mkdir(parents=True)
    write_spellings(tmp_path)
    script = (tmp_path / SCRIPT).read_text(encoding="utf-8")
    korean = json.loads(script.removeprefix("self.korean = ").rstrip(";\n"))
    assert {"손실함수", "로스 함수", "로스함수"} <= {*korean["terms"]["손실 함수"]}
    assert {"러닝 레이트", "러닝레이트", "학습율"} <= {*korean["terms"]["학습률"]}
    assert "최소값" in korean["terms"]["최솟값"]
    lengths = [len(particle) for particle in korean["particles"]]
    assert lengths == sorted(lengths, reverse=True)  # the longest that fits is taken off
    assert {"을", "이란", "에서는"} <= {*korean["particles"]}
