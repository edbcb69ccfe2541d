"""What is pasted from Word, LibreOffice, Outlook and web pages becomes clean text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.clean_text import clean_pasted, clean_text
from casedesk.ui.writing.pasted_html import text_of_html

WORD_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Word 15">
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; margin-top:0cm; margin-right:0cm; margin-bottom:8.0pt; margin-left:0cm;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
</head><body lang=EN-GB><!--StartFragment-->"""
OUTLOOK_HEAD = """<html><head><style><!--p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;}--></style></head>
<body lang=EN-GB><div class=WordSection1>"""
SUPPORT, END = "<![if !supportLists]>", "<![endif]>"


def bullet(level: int, sign: str, words: str, number: int = 0) -> str:
    """A list item as Word puts it on the clipboard: a paragraph with its sign in a span."""
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;"
        f"mso-list:l{number} level{level} lfo1'>{SUPPORT}<span style='font-family:Symbol'>"
        f"<span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>"
        f"&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span>{END}{words}<o:p></o:p></p>"
    )


WORD = (
    WORD_HEAD
    + "<p class=MsoNormal>Kerry said “it’s\nbetter” – <b>really</b>.<o:p></o:p></p>"
    + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    + "<p class=MsoNormal>Agreed:</p>"
    + bullet(1, "·", "Ring the GP")
    + bullet(2, "o", "by Friday")
    + bullet(3, "§", "before noon")
    + bullet(1, "1.", "Go to school", 1)
    + bullet(2, "a)", "with Nan", 1)
    + "<p class=MsoNormal>After.</p><!--EndFragment--></body></html>"
)

SAMPLES = {
    "word": (
        WORD,
        "Kerry said “it’s better” – really.\n\nAgreed:\n• Ring the GP\n    • by Friday\n"
        "        • before noon\n1. Go to school\n    a) with Nan\n\nAfter.",
    ),
    "word signs in comments": (
        "<p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->"
        "<span style='mso-list: Ignore'>•<span>&nbsp;</span></span><!--[endif]-->One</p>",
        "• One",
    ),
    "word tabs": (
        "<p class=MsoNormal>Name<span style='mso-tab-count:2'>       </span>Kerry</p>",
        "Name Kerry",
    ),
    "word tracked changes and comments": (
        "<p>He <del cite='mailto:a'>never</del><ins>always</ins> came"
        "<span style='mso-hide:all'>secret</span>."
        "<div style='mso-element:comment-list'><p>[JH1] check this</p></div>",
        "He always came.",
    ),
    "outlook": (
        OUTLOOK_HEAD
        + "<p class=MsoNormal>12 Mill Lane</p><p class=MsoNormal>Millbridge</p>"
        + "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Regards</p></div>",
        "12 Mill Lane\nMillbridge\n\nRegards",
    ),
    "libreoffice": (
        "<!DOCTYPE html><html><head><style>p { margin-bottom: 0.25cm }</style></head><body>"
        '<p style="margin-bottom: 0cm">First</p>\n<ul>\n\t<li><p style="margin-bottom: 0cm">\n'
        "\tone</p></li>\n\t<ul>\n\t\t<li><p>deeper</p></li>\n\t</ul>\n</ul>\n"
        '<ol start="4"><li><p>four</p></li></ol></body></html>',
        "First\n• one\n    • deeper\n4. four",
    ),
    "web page": (
        "<html><body><script>alert(1)</script><h2>News</h2><p>One <a href='x'>link</a>.</p>"
        "<p>Two<br>lines</p><ol type='i'><li>a<li>b</ol><pre>  kept\n    as is</pre></body></html>",
        "News\n\nOne link.\n\nTwo\nlines\ni. a\nii. b\n  kept\n    as is",
    ),
    "web editor with divs": (
        "<div>Rang school.</div><div><br></div><div>Nobody there.</div>",
        "Rang school.\n\nNobody there.",
    ),
    "shared document": (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><ul>'
        '<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li>'
        '<ul><li aria-level="2"><p><span>Two</span></p></li></ul></ul></b>',
        "• One\n    • Two",
    ),
    "table": (
        "<table><tr><th>Day</th><th>Who</th></tr><tr><td><p>Mon</p></td><td><p>Kerry</p></td></tr>"
        "</table>",
        "Day | Who\nMon | Kerry",
    ),
    "words only": ("half a <i>sent", "half a sent"),
    "list cut out of its middle": ("<li>lonely</li>", "• lonely"),
    "emoji and accents": ("<p>Zoë 👩‍👧 &amp; Łukasz</p>", "Zoë 👩‍👧 & Łukasz"),
    "lists in items": (
        "<ol><li>one<ol type=a><li>x</li><li>y</li></ol></li><li value=7>seven</li></ol>",
        "1. one\n    a. x\n    b. y\n7. seven",
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_pasted_html_keeps_paragraphs_and_lists(name: str) -> None:
    html, wanted = SAMPLES[name]
    assert text_of_html(html).text == wanted


def test_pictures_are_counted_and_left_out() -> None:
    html = (
        "<!--[if gte vml 1]><v:shape><v:imagedata src='x.png'/></v:shape><![endif]-->"
        "<p>Here<img src='file:///c:/1.png' width=300><img src='t.gif' width=1 height=1></p>"
    )
    assert text_of_html(html) == type(text_of_html(""))("Here", 1)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("one\r\ntwo\rthree\vfour\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("•\tRing\n\to\tby Friday\n1.\tNow\na)\tsub", "• Ring\n    • by Friday\n1. Now\na) sub"),
        ("\uf0b7\tSymbol bullet", "• Symbol bullet"),
        ("a\tb", "a    b"),
        ("fi\u00adnal \u200bword\ufeff and\u00a0more", "final word and more"),
        ("‘It’s “quoted”’ – yes…", "‘It’s “quoted”’ – yes…"),
        ("bell\x07 null\x00 \x1b[31mred", "bell null [31mred"),
        ("\ufb01rst o\ufb03ce", "first office"),
        ("e\u0301te\u0301", "été"),
        ("left\u202eright\u2066x\u2069", "leftrightx"),
        ("lost \ufffd\ufffc char \ue000 \ud800", "lost  char"),
        ("a\n\n\n\n\nb\n\n", "a\n\nb"),
        ("non\u2011breaking", "non-breaking"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("   indented\n  line  ", "   indented\n  line"),
        ("I said no.\nO. Smith came", "I said no.\nO. Smith came"),
    ],
)  # fmt: skip
def test_plain_text_is_cleaned(typed: str, wanted: str) -> None:
    assert clean_text(typed) == wanted


def test_a_word_pasted_into_a_line_keeps_its_space() -> None:
    assert clean_pasted("and then\u00a0") == "and then "
    assert clean_pasted("one\ntwo ") == "one\ntwo"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_comes_out_clean_and_once_is_enough(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert not any(unicodedata.category(one) in ("Cc", "Cs", "Co") for one in once if one != "\n")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<ul>", "</ul>", "<ol start=9999999>", "<li>", "</li>", "<td>", "</td>", "x",
     "<span style='mso-list:Ignore'>", "</span>", "<del>", "</del>", "<!--", "-->", "<![if x]>",
     "<pre>", "</pre>", " ", "\n", "<br>", "<!--EndFragment-->", "&#55296;", "&#x110000;", "<"]
), max_size=40))  # fmt: skip
def test_broken_html_never_fails(pieces: list[str]) -> None:
    pasted = text_of_html("".join(pieces))
    assert clean_text(pasted.text) == pasted.text
