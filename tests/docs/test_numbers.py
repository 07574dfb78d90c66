"""A number in a sentence is that of the code, and the same in both languages."""

import re
from collections import defaultdict
from decimal import Decimal

import pytest

from tests.chapters import pages, prose, read
from tests.docs.numbers import given_numbers, is_given, spoken_numbers


def by_section(text):
    found = defaultdict(set)
    for number in spoken_numbers(text):
        if not number.is_small:
            found[number.section].add(str(number))
    return found


def of_one_twin_alone(korean, english):
    ours, theirs = by_section(korean), by_section(english)
    return [
        f"#{section}: {sorted(ours[section] ^ theirs[section])}"
        for section in sorted({*ours, *theirs})
        if ours[section] != theirs[section]
    ]


def unfounded(text):
    given = given_numbers(text)
    return [
        f"{number.line}: {number}"
        for number in spoken_numbers(text)
        if (number.percent or number.decimals) and not is_given(number, given)
    ]


@pytest.mark.parametrize("page", pages())
def test_twins_speak_of_the_same_numbers(page):
    assert of_one_twin_alone(read("ko", page), read("en", page)) == []


@pytest.mark.parametrize("page", sorted({*pages()} - {"references.md"}))  # other people's
def test_a_number_in_a_sentence_is_given_on_the_page_or_marked(page):
    assert unfounded(read("en", page)) == []  # of which the twin speaks, too


WORDS = {  # from 11 up; a forty-fifth is no number of things
    "ko": r"열(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|스무|스물|서른|마흔|예순|일흔|여든|아흔",
    "en": r"\b(?:eleven|twelve|\w+teen(?!th)|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?!-\w+th\b))",
}


@pytest.mark.parametrize("page", pages())
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_number_from_11_up_is_written_in_digits(language, page):
    assert re.findall(WORDS[language], prose(read(language, page)), re.I) == []


PAGE = """# Title { #title }

Of 1,797 digits it reads 98.6 %, a third and $10^{-4}$; the error is 0.25.

```python
print(0.986, 1 / 4)
```
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("98.6 %", "98.7 %"), ("1,797", "1,798"), ("10^{-4}", "10^{-5}"), ("0.25", "0.26")],
)
def test_a_number_that_differs_between_twins_is_found(right, wrong):
    assert of_one_twin_alone(PAGE, PAGE) == []
    assert of_one_twin_alone(PAGE, PAGE.replace(right, wrong, 1)) != []


def test_words_may_differ():
    assert of_one_twin_alone(PAGE.replace("a third", "3분의 1, 2차원, 100분의 1"), PAGE) == []


def test_a_number_that_nothing_gives_is_found_unless_it_is_marked():
    assert unfounded(PAGE) == []
    assert unfounded(PAGE.replace("98.6 %", "27 %")) == ["3: 27 %"]
    assert unfounded(PAGE.replace("98.6 %", "27 %<!-- the authors' -->")) == []
    assert unfounded(PAGE.replace("is 0.25", "is 0.35")) == ["3: 0.35"]
    assert unfounded(PAGE.replace("0.986,", "0.886,")) == ["3: 98.6 %"]


def test_a_number_is_spoken_as_it_is_rounded():
    [number] = spoken_numbers("It is 0.33.")
    assert is_given(number, {Decimal("0.3333")})
    assert not is_given(number, {Decimal("0.336")})
