"""The numbers and addresses that a page publishes: found wherever they stand, and nothing else taken for one."""

import json

import pytest

from review_kit.model import Page
from review_kit.own_pages import numbers_on
from review_kit.web.contacts import KEPT
from review_kit.web.page import read_page

URL = "https://club.example/choir"
ONE, TWO, MOBILE = "+441144960123", "+441144960100", "+447911123456"
"""Two that Ofcom keeps for drama, and the example that libraries give of a mobile."""
DOTS = "<p>We sing every week, and tea is at seven.</p>"


def read(body: str, head: str = "") -> Page:
    """The facts of a page with this body."""
    page = f"<!doctype html><html><head><title>Choir</title>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), content_type="text/html; charset=utf-8", url=URL)


def numbers(body: str, head: str = "") -> set[str]:
    """The numbers of a page, as contacts are compared."""
    return set(numbers_on(read(body, head)))


def addresses(body: str, head: str = "") -> tuple[str, ...]:
    """The e-mail addresses of a page."""
    return read(body, head).emails


def covered(address: str, key: int = 0x5A) -> str:
    """An address as Cloudflare covers it: a byte, and each sign mixed with it, in hexadecimal."""
    return f"{key:02x}" + "".join(f"{sign ^ key:02x}" for sign in address.encode())


def data(value: object) -> str:
    """Structured data in the head."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize("href", [
    "tel:01144960123", "tel:0114%20496%200123", "tel:0114 496 0123", "tel:0114-496-0123", "tel:0114.496.0123",
    "tel:+441144960123", "tel:+44 114 496 0123", "tel:+44%20114%20496%200123", "tel:%2B441144960123",
    "tel:00441144960123",
    "tel:0044 114 496 0123", "tel:+44 (0)114 496 0123", "tel:+44(0)1144960123", "tel:+44%20(0)%20114%20496%200123",
    "tel:+4401144960123", "tel:441144960123", "tel:(0114) 496 0123", "tel:%280114%294960123", "TEL:01144960123",
    "Tel: 0114 496 0123", " tel:01144960123 ", "tel:\n01144960123", "tel://01144960123", "tel:01144960123;ext=12",
    "tel:01144960123,,12", "tel:01144960123p12", "tel:01144960123;phone-context=+44", "tel:01144960123?call",
    "tel:0114\u00a0496\u00a00123", "tel:0114\u2011496\u20110123", "tel:&#43;44&#49;144960123", "tel:01144960123#",
    "tel:0114 496 0123 x12", "tel:0114 496 0123 ext 12", "tel:0114 496 0123 (option 2)", "callto:01144960123",
    "callto:+441144960123", "tel:tel:01144960123", "tel:\u200b01144960123", "tel:0114 496 0123\u202c",
    "tel:Call 0114 496 0123", "tel:0 1 1 4 4 9 6 0 1 2 3",
])
def test_a_link_to_call_is_a_number_however_it_is_written(href: str) -> None:
    """Spaces, brackets, country codes, a nought too many, extensions, waits and escapes: the number is the same."""
    assert numbers(f'<a href="{href}">Call us</a>') == {ONE}


@pytest.mark.parametrize("href", [
    "tel:", "tel:#", "tel:{{phone}}", "tel:undefined", "tel:null", "tel:0", "tel:12", "tel:00000000000", "tel:123456",
    "telephone:01144960123", "tell:01144960123", "/tel:01144960123",
    "https://club.example/01144960123", "https://club.example/?id=07911123456", "#01144960123", "javascript:call()",
])
def test_a_link_that_calls_nobody_is_no_number(href: str) -> None:
    """Blanks of a template, too few digits, and digits within an address."""
    assert numbers(f'<a href="{href}">Call us</a>') == set()


@pytest.mark.parametrize("href", [
    "sms:07911123456", "sms:+447911123456?body=Hello", "sms:07911123456;?&body=Hello", "sms:07911123456&body=Hi",
    "https://wa.me/447911123456", "https://wa.me/+447911123456",
    "https://wa.me/447911123456?text=Hello%200114%20496%200100",
    "http://wa.me/447911123456/", "https://www.wa.me/447911123456",
    "https://api.whatsapp.com/send?phone=447911123456", "https://api.whatsapp.com/send/?phone=%2B447911123456&text=Hi",
    "https://api.whatsapp.com/send?text=Hi&phone=447911123456", "https://web.whatsapp.com/send?phone=447911123456",
    "whatsapp://send?phone=447911123456", "https://WA.ME/447911123456",
])
def test_a_link_to_write_a_message_is_a_number(href: str) -> None:
    """Texts and WhatsApp reach people as calls do; the words of the message are no number."""
    assert numbers(f'<a href="{href}">Message us</a>') == {MOBILE}


@pytest.mark.parametrize("href", [
    "https://wa.me/?text=Call%20441144960123", "https://api.whatsapp.com/send?text=Call%20441144960123",
    "https://wa.me/message/ABCDEFG", "https://www.facebook.com/sharer?u=https://wa.me/447911123456",
    "sms:?body=01144960123",
])
def test_a_link_to_share_the_page_is_no_number(href: str) -> None:
    """Its digits are words of a message, or of another address."""
    assert numbers(f'<a href="{href}">Share</a>') == set()


@pytest.mark.parametrize(("href", "code"), [
    ("tel:116123", "116123"), ("tel:116 123", "116123"), ("tel:999", "999"), ("tel:111", "111"), ("tel:101", "101"),
    ("sms:85258", "85258"), ("sms:85258?body=SHOUT", "85258"), ("sms:85258&body=SHOUT", "85258"),
])
def test_a_link_to_a_short_code_needs_no_words_around_it(href: str, code: str) -> None:
    """The link says that it is to be called."""
    assert numbers(f'<a href="{href}">Here</a>') == {code}


def test_childlines_number_is_whole() -> None:
    """0800 1111 has four digits less than its neighbours, and is a number all the same."""
    assert numbers('<a href="tel:08001111">Childline</a>') == numbers("<p>Childline 0800 1111</p>") != set()


@pytest.mark.parametrize("value", [
    {"telephone": "0114 496 0123"}, {"@graph": [{"telephone": "0114 496 0123"}]},
    {"@type": "Organization", "contactPoint": {"@type": "ContactPoint", "telephone": "+44 114 496 0123"}},
    {"contactPoint": [{"contactType": "office", "telephone": ["0114 496 0123"]}]},
    [{"a": {"b": {"c": [{"d": {"telephone": "(0114) 496 0123"}}]}}}],
    {"telephone": "tel:01144960123"}, {"telephone": "tel:+44-114-4960123"}, {"telephone": "+44(0)114 496 0123"},
    {"telephone": 441144960123}, {"telephone": 1144960123}, {"Telephone": "0114 496 0123"},
    {"telephone": "Tel: 0114 496 0123"}, {"telephone": "0114 496 0123 (option 2)"}, {"telephone": " 0114 496 0123 "},
    {"schema:telephone": "0114 496 0123"}, {"telephone": {"@value": "0114 496 0123"}},
])
def test_structured_data_publishes_numbers_at_any_depth(value: object) -> None:
    """Graphs, contact points, lists, and digits that somebody typed as an integer, which eats the nought."""
    assert numbers(DOTS, data(value)) == {ONE}


@pytest.mark.parametrize("value", [
    {"faxNumber": "0114 496 0123"}, {"identifier": "01144960123"}, {"name": "0114 496 0123"}, {"telephone": ""},
    {"telephone": None}, {"telephone": True}, {"telephone": {}}, {"telephone": "on request"}, {"telephone": 12},
    {"telephone": 1e300}, {"telephone": -1144960123}, {"taxID": "1144960123"}, {"image": "tel:01144960123"},
])
def test_structured_data_that_names_no_telephone_is_no_number(value: object) -> None:
    """A fax number, a record's number, and values that are none."""
    assert numbers(DOTS, data(value)) == set()


@pytest.mark.parametrize("script", [
    '<script type="application/ld+json">{"telephone": "0114 496 0123",}</script>',
    '<script type="application/ld+json">{"telephone"</script>', '<script type="application/ld+json"></script>',
    '<script type="application/json">{"telephone": "0114 496 0123"}</script>',
])
def test_broken_or_other_data_holds_no_facts(script: str) -> None:
    """What cannot be read is nobody's word."""
    assert numbers(DOTS, script) == set()


@pytest.mark.parametrize("markup", [
    '<span itemprop="telephone">0114 496 0123</span>', '<meta itemprop="telephone" content="0114 496 0123">',
    '<meta itemprop="telephone" content="+441144960123">', '<b itemprop="name telephone">0114 496 0123</b>',
    '<a itemprop="telephone" href="tel:01144960123">Call</a>',
    '<span itemprop="telephone" content="01144960123">Call</span>',
    '<div itemscope><p itemprop="contactPoint" itemscope><i itemprop="telephone">0114 <b>496 0123</b></i></p></div>',
])
def test_microdata_publishes_numbers(markup: str) -> None:
    """In the element's words, or in its content."""
    assert numbers(markup) == {ONE}


@pytest.mark.parametrize("text", [
    "Call 0114 496 0123", "0114 496 0123", "Tel: 0114 496 0123", "Tel. (0114) 496 0123", "T: 0114 496 0123",
    "t 0114 496 0123",
    "01144960123", "0114-496-0123", "0114 – 496 0123", "+44 114 496 0123", "+44 (0) 114 496 0123",
    "+44 (0)114 496 0123",
    "0044 114 496 0123", "0114 496 0123 ext 12", "0114 496 0123 extension 400", "0114 496 0123 x400", "(0114) 496 0123",
    "0114&nbsp;496&nbsp;0123", "0114&#8203;4960123", "0114\u2011496\u20110123", "0114<br>4960123",
    "<b>0114</b> 4960123", "<span>0114</span> <span>496</span> <span>0123</span>",
    "Ring us on <strong>0114 496 0123</strong>.",
    "&#48;114 496 0123", "Phone:0114 496 0123", "Tel0114 496 0123", "0114 496 0123/ask for Ann",
    "0114 496 0123, option 2",
    "Open 9am - 5pm, 0114 496 0123", "Mon-Fri 9-5 0114 496 0123", "Call 0114 496 0123 24/7", "0114.4960123",
    "Tel\n\n0114\n4960123",
])
def test_a_number_in_the_words_is_found_however_it_is_written(text: str) -> None:
    """Whatever signs stand between its digits, and whatever stands around it."""
    assert numbers(f"<p>{text}</p>") == {ONE}


@pytest.mark.parametrize("text", [
    "0114 496 0123 / 496 0100", "0114 496 0123 or 0114 496 0100", "0114 496 0123, 0114 496 0100",
    "0114 496 0123/0114 496 0100",
    "0114 496 0123 0114 496 0100", "0114 496 0123; 0114 496 0100", "Day: 0114 496 0123 Night: 0114 496 0100",
])
def test_numbers_side_by_side_are_two(text: str) -> None:
    """However they are parted; the second may leave its area code to the first."""
    assert numbers(f"<p>{text}</p>") >= {ONE}
    if text != "0114 496 0123 / 496 0100":
        assert numbers(f"<p>{text}</p>") == {ONE, TWO}


FAX = [
    "Fax: 0114 496 0123", "Fax 0114 496 0123", "FAX: 0114 496 0123", "Fax No. 0114 496 0123",
    "Fax number: 0114 496 0123",
    "Fax no: (0114) 496 0123", "F: 0114 496 0123", "Facsimile: 0114 496 0123", "Fax – 0114 496 0123",
    "Fax. 0114 496 0123",
    "Safe haven fax: 0114 496 0123", "Secure fax number 0114 496 0123", "Send a fax to 0114 496 0123",
    "by fax on 0114 496 0123", "Fax us on 0114 496 0123", "You can fax your form to 0114 496 0123",
    "Fax (24 hours): 0114 496 0123", "Faxes: 0114 496 0123", "Fax: +44 114 496 0123", "Fax: +44 (0)114 496 0123",
    "0114 496 0123 (fax)", "0114 496 0123 (Fax)", "0114 496 0123 - fax", "Fax<br>0114 496 0123",
    "<b>Fax:</b> <span>0114 496 0123</span>", "<dt>Fax</dt><dd>0114 496 0123</dd>", "Telefax: 0114 496 0123",
    "eFax: 0114 496 0123", "Tel: none. Fax: 0114 496 0123", "Faxline 0114 496 0123", "Fax/efax: 0114 496 0123",
]


@pytest.mark.parametrize("text", FAX)
def test_a_number_to_send_faxes_to_is_nobodys_to_ring(text: str) -> None:
    """A young person who rings it hears a machine: it vouches for nothing and is never suggested."""
    assert numbers(f"<p>{text}</p>") == set()


@pytest.mark.parametrize("text", [
    "Tel/Fax: 0114 496 0123", "Tel / Fax 0114 496 0123", "Tel & Fax: 0114 496 0123", "Tel &amp; fax 0114 496 0123",
    "Tel and fax: 0114 496 0123", "Telephone/Fax: 0114 496 0123", "Telephone and fax number: 0114 496 0123",
    "Phone/Fax 0114 496 0123", "Phone or fax: 0114 496 0123", "Fax/Tel: 0114 496 0123",
    "Fax and telephone: 0114 496 0123",
    "Fax & phone: 0114 496 0123", "T/F: 0114 496 0123", "Tel, fax: 0114 496 0123", "Call or fax 0114 496 0123",
    "Telephone & Facsimile: 0114 496 0123", "0114 496 0123 (tel/fax)", "0114 496 0123 (phone and fax)",
    "We have no fax. Call 0114 496 0123", "We have no fax: call 0114 496 0123", "Don't fax, ring 0114 496 0123",
    "Fax is no longer used, telephone 0114 496 0123", "Post or fax it, or phone 0114 496 0123", "Halifax 0114 496 0123",
    "Fairfax House, 0114 496 0123", "Faxton Road office 0114 496 0123",
])
def test_a_number_for_both_is_one_to_ring(text: str) -> None:
    """One line for calls and faxes answers calls; and not every word with fax in it is about faxes."""
    assert numbers(f"<p>{text}</p>") == {ONE}


@pytest.mark.parametrize("text", [
    "Tel: 0114 496 0123 Fax: 0114 496 0100", "Fax: 0114 496 0100 Tel: 0114 496 0123",
    "T: 0114 496 0123 F: 0114 496 0100",
    "T 0114 496 0123 | F 0114 496 0100", "Phone 0114 496 0123, fax 0114 496 0100",
    "0114 496 0123 (tel), 0114 496 0100 (fax)",
    "<p>Phone</p><p>0114 496 0123</p><p>Fax</p><p>0114 496 0100</p>", "0114 496 0123 Fax 0114 496 0100",
    "Fax 0114 496 0100 0114 496 0123 tel", "Telephone: 0114 496 0123 / Fax: 0114 496 0100",
    "<td>Tel</td><td>0114 496 0123</td><td>Fax</td><td>0114 496 0100</td>",
])
def test_a_fax_beside_a_telephone_takes_nothing_from_it(text: str) -> None:
    """Each number has the word before it, unless its own word stands in brackets behind it."""
    assert numbers(f"<div>{text}</div>") == {ONE}


def test_a_link_to_call_that_is_called_a_fax_is_none() -> None:
    """Phones make links of every number on a page, and templates do too."""
    assert numbers('<p>Fax: <a href="tel:01144960123">0114 496 0123</a></p>') == set()
    assert numbers('<p>Fax <a href="fax:01144960123">0114 496 0123</a></p>') == set()
    assert numbers('<p><a href="tel:01144960123">Fax: 0114 496 0123</a></p>') == set()
    assert numbers('<p>Fax: <a href="tel:01144960123">0114 496 0123</a></p><p>Tel/Fax: 0114 496 0123</p>') == {ONE}


def test_a_number_that_is_a_fax_in_one_place_and_a_telephone_in_another_is_one_to_ring() -> None:
    """One of the two is enough: to doubt a number that answers teaches to doubt all."""
    assert numbers("<p>Tel: 0114 496 0123</p><p>Fax: 0114 496 0123</p>") == {ONE}


def test_microdata_for_faxes_is_none() -> None:
    """Nor where the element names both a fax and nothing else."""
    assert numbers('<p>Fax: <span itemprop="faxNumber">0114 496 0123</span></p>') == set()
    assert numbers('<meta itemprop="faxNumber" content="0114 496 0123">') == set()


@pytest.mark.parametrize("markup", [
    "<script>var phone = '0114 496 0123';</script>", "<!-- our old number: 0114 496 0123 -->",
    "<style>/* 0114 496 0123 */</style>", "<template><p>0114 496 0123</p></template>",
    "<noscript>Call 0114 496 0123</noscript>", "<script type='text/template'><a href='tel:01144960123'>x</a></script>",
    "<!-- <a href='tel:01144960123'>Call</a> -->", "<svg><text>0114 496 0123</text></svg>",
    "<img alt='0114 496 0123' src='/x.png'>", "<p data-phone='0114 496 0123'>Call us</p>",
    "<input value='0114 496 0123'>", "<input placeholder='e.g. 0114 496 0123'>",
])
def test_what_nobody_sees_is_not_published(markup: str) -> None:
    """Scripts, comments, templates and the examples in a form's boxes."""
    assert numbers(DOTS + markup) == set()


FILLER = "Choirs sing. " * 23_000
"""About 300 kB of words."""


def test_a_number_in_the_footer_of_a_very_long_page_is_found() -> None:
    """People look at the end of a page for how to reach somebody; so do we, and at the beginning."""
    assert numbers(f"<main>{FILLER}</main><footer>Call 0114 496 0123</footer>") == {ONE}
    assert numbers(f"<header>Call 0114 496 0123</header><main>{FILLER}</main>") == {ONE}
    assert addresses(f"<main>{FILLER}</main><footer>team@club.example</footer>") == ("team@club.example",)


def test_a_link_to_call_is_found_wherever_it_stands_in_a_very_long_page() -> None:
    """Only words are searched in part."""
    body = f"<main>{FILLER}<a href='tel:01144960123'>Call</a> <a href='mailto:a@club.example'>x</a>{FILLER}</main>"
    assert numbers(body) == {ONE}
    assert addresses(body) == ("a@club.example",)


@pytest.mark.parametrize(("text", "codes"), [
    ("Call Samaritans on 116 123", {"116123"}), ("Samaritans: 116 123 (free)", {"116123"}),
    ("In an emergency call 999", {"999"}), ("Ring NHS 111 and choose option 2", {"111"}),
    ("Text SHOUT to 85258", {"85258"}),
    ("Text the word SHOUT to 85258 for support", {"85258"}), ("Police: 101", {"101"}),
    ("Dial 999 or 112", {"999", "112"}),
])
def test_a_short_code_beside_words_that_say_so_is_a_number(text: str, codes: set[str]) -> None:
    """To call, to text, or who answers."""
    assert numbers(f"<p>{text}</p>") == codes


@pytest.mark.parametrize("text", [
    "We helped 999 young people", "101 Green Lane", "111 Burton Road", "Room 101", "Room 999", "Over 112 sessions",
    "It costs £105", "Page 111", "116 123 people came", "105 members", "85258 visits to this page", "999 problems",
    "Bus 111 stops here", "aged 11 to 119",
])
def test_a_short_run_of_digits_elsewhere_is_no_number(text: str) -> None:
    """Counts, rooms, streets, prices."""
    assert numbers(f"<p>{text}</p>") == set()


@pytest.mark.parametrize("text", [
    "Registered charity number 1143948", "Registered charity no. 01144960123", "Company number 01632960",
    "Company No. 07911123", "Registered in England and Wales, number 03069990",
    "Charity registered in Scotland SC041632",
    "VAT number 163 2960 12", "VAT no. GB 163296012", "NHS number 943 476 5919", "Ofsted URN 1632960",
    "CQC provider number 1-163296012", "ISBN 978 0 1632 9601 2", "ICO registration number ZA016329",
    "Last updated 01/06/2026 10:15", "2026-11-21 01:16:32", "© 2019-2026", "Sort code 01-63-29 account 60123456",
    "Our reference 01144960123", "3.14159265358979", "192.168.100.200", "Version 0.16.32.960123",
    "Grid reference SK 0163 2960", "52.9219, -1.4758", "1,632,960,123 steps", "£01632960", "Serial no. 01144960123",
    "Registered company 01144960123456",
])
def test_numbers_of_records_dates_and_places_are_none(text: str) -> None:
    """Charities, companies, taxes, books, coordinates: none of them rings."""
    assert numbers(f"<p>{text}</p>") == set()


@pytest.mark.parametrize("text", [
    "https://club.example/01144960123", "See https://other.example/?n=01144960123&m=2",
    "http://club.example/files/0114-4960123.pdf",
])
def test_digits_of_an_address_in_the_words_are_none(text: str) -> None:
    """An address that stands written out on the page."""
    assert numbers(f"<p>{text}</p>") == set()


def test_a_charitys_number_hides_no_telephone_beside_it() -> None:
    """Footers put all of them into one line."""
    text = "Registered charity 1143948. Company number 07911123. Tel 0114 496 0123. VAT 163 2960 12"
    assert numbers(f"<footer>{text}</footer>") == {ONE}


@pytest.mark.parametrize(("href", "found"), [
    ("mailto:team@club.example", ["team@club.example"]), ("MAILTO:Team@Club.Example", ["team@club.example"]),
    ("mailto: team@club.example", ["team@club.example"]), ("mailto:team@club.example ", ["team@club.example"]),
    ("mailto:team@club.example?subject=Hello", ["team@club.example"]),
    ("mailto:team@club.example?subject=Ask%20boss@other.example", ["team@club.example"]),
    ("mailto:team@club.example&subject=Hello", ["team@club.example"]),
    ("mailto:a@club.example,b@club.example", ["a@club.example", "b@club.example"]),
    ("mailto:a@club.example;b@club.example", ["a@club.example", "b@club.example"]),
    ("mailto:a@club.example, b@club.example?subject=x", ["a@club.example", "b@club.example"]),
    ("mailto:a@club.example%2C%20b@club.example", ["a@club.example", "b@club.example"]),
    ("mailto:team%40club.example", ["team@club.example"]), ("mailto:&#116;eam&#64;club.example", ["team@club.example"]),
    ("mailto:?to=team@club.example", ["team@club.example"]),
    ("mailto:Team%20<team@club.example>", ["team@club.example"]),
    ("mailto://team@club.example", ["team@club.example"]), ("mailto:mailto:team@club.example", ["team@club.example"]),
    ("mailto:o'neill@club.example", ["o'neill@club.example"]), ("mailto:young.people+derby@club.example",
                                                               ["young.people+derby@club.example"]),
    ("mailto:?subject=Look&body=Write%20to%20boss@other.example", []), ("mailto:", []), ("mailto:team", []),
    ("mailto:@club.example", []), ("mailto:{{email}}", []), ("https://club.example/@team", []),
    ("mailto:team@club.example.", ["team@club.example"]),
    ("mailto:a@club.example?cc=b@club.example", ["a@club.example"]),
])
def test_a_link_to_write_gives_its_addresses(href: str, found: list[str]) -> None:
    """One or several, with subjects, names and escapes; the words of a message that is to be shared are none."""
    assert list(addresses(f'<a href="{href}">Write to us</a>')) == found


@pytest.mark.parametrize("markup", [
    f'<a class="__cf_email__" data-cfemail="{covered("team@club.example")}">[email&#160;protected]</a>',
    f'<span data-cfemail="{covered("team@club.example", 0x00)}">[email protected]</span>',
    f'<span data-cfemail="{covered("team@club.example", 0xFF).upper()}">[email protected]</span>',
    f'<a href="/cdn-cgi/l/email-protection#{covered("team@club.example")}">Write</a>',
    f'<a href="https://club.example/cdn-cgi/l/email-protection#{covered("Team@Club.example", 1)}">Write</a>',
    f'<a href="/cdn-cgi/l/email-protection#{covered("team@club.example?subject=Hello")}">Write</a>',
])
def test_an_address_that_is_covered_up_from_robots_is_uncovered(markup: str) -> None:
    """Cloudflare's protection hides nothing from a visitor, so it must not from us."""
    assert addresses(markup) == ("team@club.example",)


@pytest.mark.parametrize("code", [
    "", "zz", "5", "5a", "5a5", "00ff", covered("no address"), "ff" * 400, covered("é@é"),
])
def test_broken_cover_is_no_address(code: str) -> None:
    """Half codes, codes of other things, endless ones."""
    assert addresses(f'<a data-cfemail="{code}">x</a>') == ()
    assert addresses(f'<a href="/cdn-cgi/l/email-protection#{code}">x</a>') == ()


@pytest.mark.parametrize("text", [
    "team@club.org.uk", "Write to team@club.org.uk.", "E: team@club.org.uk", "Email:team@club.org.uk",
    "team&#64;club.org.uk", "&#116;eam&commat;club.org.uk",
    "team [at] club.org.uk", "team[at]club[dot]org[dot]uk", "team (at) club (dot) org (dot) uk", "team(at)club.org.uk",
    "team {at} club {dot} org {dot} uk", "team [AT] club [DOT] org [DOT] uk", "Team@CLUB.org.uk", "(team@club.org.uk)",
    "“team@club.org.uk”", "team@club.org.uk, or call", "team&shy;@club.org.uk", "team@<wbr>club.org.uk",
    "team@\u200bclub.org.uk", "mailto:team@club.org.uk", "<team@club.org.uk>".replace("<", "&lt;").replace(">", "&gt;"),
])
def test_an_address_in_the_words_is_found_however_it_is_written(text: str) -> None:
    """Entities, signs of no width, and the brackets by which people keep robots away."""
    assert addresses(f"<p>{text}</p>") == ("team@club.org.uk",)


@pytest.mark.parametrize("text", [
    "@club on every network", "Meet us at club.example", "team at the club. example", "look@", "a @ b", "10 @ £5.00",
    "https://user@club.example/", "team@club", "team@localhost",
])
def test_words_with_an_at_in_them_are_no_address(text: str) -> None:
    """Handles, prices, places."""
    assert addresses(f"<p>{text}</p>") == ()


@pytest.mark.parametrize("markup", [
    "<script>mail('team@club.example')</script>", "<!-- team@club.example -->",
    "<input placeholder='team@club.example'>",
    "<template>team@club.example</template>",
])
def test_addresses_that_nobody_sees_are_not_published(markup: str) -> None:
    """As with numbers."""
    assert addresses(DOTS + markup) == ()


@pytest.mark.parametrize("value", [
    {"email": "team@club.example"}, {"email": "mailto:Team@club.example"},
    {"@graph": [{"email": ["team@club.example"]}]},
    {"contactPoint": {"email": " team@club.example "}}, {"email": "mailto:team@club.example?subject=Hi"},
])
def test_structured_data_publishes_addresses(value: object) -> None:
    """With or without mailto:, at any depth."""
    assert addresses(DOTS, data(value)) == ("team@club.example",)


def test_microdata_publishes_addresses() -> None:
    """In the element's words, its content or its link."""
    assert addresses('<i itemprop="email">team@club.example</i>') == ("team@club.example",)
    assert addresses('<meta itemprop="email" content="Team@club.example">') == ("team@club.example",)
    assert addresses('<a itemprop="email" href="mailto:team@club.example">Write</a>') == ("team@club.example",)


def test_ten_thousand_links_to_call_are_read_in_time_and_kept_in_part() -> None:
    """A hostile page fills no disk; the record says fifty, and nobody's number is made up."""
    page = read("".join(f"<a href='tel:0114{n:07}'>x</a>" for n in range(10_000)))
    assert len(page.phones) == KEPT
    page = read("".join(f"<a href='mailto:team{n}@club.example'>x</a>" for n in range(10_000)))
    assert len(page.emails) == KEPT


def test_the_same_number_ten_thousand_times_takes_no_others_place() -> None:
    """What is kept is counted after the same was taken out, however differently it is written."""
    body = "".join(f"<a href='tel:0114{' ' * (n % 9)}4960123'>x</a>" for n in range(5_000))
    assert numbers(f"{body}<p>Or 0114 496 0100</p>") == {ONE, TWO}


@pytest.mark.parametrize("body", [
    "<div>" * 250_000 + "0114 496 0123", "<a href='tel:01144960123'><div>" * 80_000, "0114 496 0123 " * 40_000,
    "0" * 500_000, "0 " * 250_000, "+44" * 200_000, "(" * 300_000, "a@" * 250_000, "a.a" * 170_000 + "@", "@" * 500_000,
    "team [at] " * 60_000, "a [dot] " * 60_000, "tel " * 120_000, "fax " * 120_000, "fax" + " " * 500_000 + "1",
    "<span itemprop='telephone'>" * 20_000, f"<i data-cfemail='{'0' * 400_000}'>x</i>",
    "<a href='tel:" + "0" * 400_000 + "'>x</a>", "<a href='mailto:" + "a@b.example," * 40_000 + "'>x</a>",
    "<a href='mailto:" + "@" * 400_000 + "'>x</a>", "text " * 100_000 + "85258", "116 123 " * 60_000,
    "a" * 400_000 + "@club.example", "x@" + "a." * 200_000, "charity number " * 40_000, "://" * 160_000, "1:" * 200_000,
    "0114 496 0123 ext " * 30_000, "<a href='https://wa.me/" + "4" * 200_000 + "'>x</a>",
    "<a href='tel:" + "%20" * 100_000 + "'>x</a>", "1-" * 250_000, "01144960123/" * 40_000,
])
def test_no_hostile_page_holds_the_review_up(body: str) -> None:
    """Endless nesting, digits, signs and repetitions are read within the time that a test has."""
    page = read(body)
    assert len(page.phones) <= KEPT
    assert len(page.emails) <= KEPT
    assert all(len(one) <= 254 for one in page.emails)


def test_reading_the_same_page_twice_gives_the_same() -> None:
    """In the same order: what stands beside a link to call first, then data, then words."""
    body = "<a href='tel:01144960123'>x</a><p>0114 496 0100 or 07911 123456, a@club.example, b [at] club.example</p>"
    assert read(body) == read(body)
    assert len(read(body).phones) == 3


@pytest.mark.parametrize("body", [
    "<p>team [at] club [dot] example</p>", "<p>team(at)club.example</p>", "<p>team {AT} club {DOT} example</p>",
    "<p>Write to team [at] club . example please</p>",
])
def test_an_address_that_is_spelt_out_is_read(body: str) -> None:
    """Robots are kept off, and people understand it."""
    assert addresses(body) == ("team@club.example",)


@pytest.mark.parametrize("body", ["<p>Meet us at club.example</p>", "<p>(at) noon</p>", "<p>look [at] this</p>"])
def test_other_uses_of_at_are_no_addresses(body: str) -> None:
    """Brackets on both sides and a domain behind make an address."""
    assert addresses(body) == ()


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_a_number_that_is_struck_through_is_not_published(tag: str) -> None:
    """Unless it stands elsewhere too."""
    assert numbers(f"<p>Tel <{tag}>0114 496 0123</{tag}> 0114 496 0100</p>") == {TWO}
    assert numbers(f"<p><{tag}><a href='tel:01144960123'>0114 496 0123</a></{tag}></p>") == set()
    assert numbers(f"<p><{tag}>0114 496 0123</{tag}> Call 0114 496 0123</p>") == {ONE}


@pytest.mark.parametrize("body", [
    "<del>" * 3_000 + "0114 496 0123", "a" * 50_000, "a.a" * 9_000 + "[at]", "[at] " * 9_000,
])
def test_no_page_holds_the_reading_of_such_signs_up(body: str) -> None:
    """However deep or long."""
    read(body)
