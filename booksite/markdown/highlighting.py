"""Code in half of the elements, since pages are mostly code: what looks like text needs none."""

from pygments.filter import simplefilter
from pygments.token import Keyword, Name, Operator, Punctuation, String, Text, Whitespace

PLAIN = (Name, Keyword.Constant, Operator, Punctuation, String.Affix, Whitespace)
SHOWN = dict.fromkeys(PLAIN, Text) | {
    Operator.Word: Keyword,  # for … in: both words alike
    String.Interpol: String.Double,  # the braces of an f-string, which have its colour
}


@simplefilter
def _plain(self, lexer, stream, options):  # type: ignore[no-untyped-def]
    return ((SHOWN.get(kind, kind), text) for kind, text in stream)


plain = _plain()
