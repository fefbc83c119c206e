"""Whether a page says of a number or address that it has ended: of which of two, and of nothing that only sounds so."""

from dataclasses import replace

import pytest

from review_kit.ended_contacts import is_doubtful, said_to_have_ended
from review_kit.model import ContactKind, Page

from .checks import facts as make
from .checks.entries import KNOWN

THIS, OTHER = "0114 496 0123", "0114 496 0100"
BOX, OTHER_BOX = "team@club.example", "hello@club.example"
FACTS = replace(make.facts(services=[]), known=KNOWN())


def ended(text: str, kind: ContactKind = ContactKind.PHONE) -> str:
    """The words by which the number or address in question has ended on a page of this text."""
    said = text.replace("{this}", THIS).replace("{other}", OTHER)
    said = said.replace("{box}", BOX).replace("{other box}", OTHER_BOX)
    key = "+441144960123" if kind is ContactKind.PHONE else BOX
    return said_to_have_ended(FACTS, Page(text=said), kind, key)


def doubtful(text: str) -> bool:
    """Whether a page of this text makes the number in question doubtful."""
    said = text.replace("{this}", THIS).replace("{other}", OTHER)
    return is_doubtful(Page(text=said), ContactKind.PHONE, "+441144960123")


@pytest.mark.parametrize("text", [
    "{this} is no longer in use.", "The number {this} is no longer in use.", "{this} no longer works.",
    "Our old number, {this}, is no longer in use.", "Our old number ({this}) is no longer in use.",
    "{this} has been replaced by {other}.", "Our number {this} has been replaced with {other}",
    "{other} replaces {this}.",
    "{other} is replacing {this}", "Our new number is {other} (formerly {this}).", "Call {other}, previously {this}.",
    "Please note that {this} has been disconnected.", "{this} (this number is no longer in use)",
    "{this} – this number has changed to {other}", "{this}. This number is no longer in service.",
    "{this}. It is no longer in use.", "Please do not use our old number {this}.",
    "Please do not use the old number, {this}.",
    "Please do not call {this}, as it is no longer answered.", "Please do not use {this} any more.",
    "We no longer use {this}.",
    "The helpline on {this} has now closed.", "The helpline {this} will close on 31 March 2027.",
    "The helpline {this} will close on Friday 31 March 2027.", "{this} will be switched off in January 2027.",
    "{this} will no longer be available from 1 April.", "{this} will no longer be available after 31 March.",
    "The number {this} stopped working in May.", "Our previous number was {this}.", "The old number was {this}",
    "{this} – please note this number is no longer in use", "Telephone {this} (no longer in use)",
    "Tel: {this} – number no longer working", "Our phone number has changed from {this} to {other}.",
    "The helpline, {this}, which has now closed, was run by volunteers.", "{THIS} IS NO LONGER IN USE",
    "{this} has been discontinued.", "{this} is not in use.", "{this} is no longer active",
    "{this} has been withdrawn.",
    "Straße 5. {this} is no longer in use.", "İzmir House. {this} is no longer in use.",
    "{this} will be switched off for good.",
    "{this} will be replaced by {other} in June.", "{this} has moved to {other}.",
    "From 1 September 2026, {this} will no longer work.", "We switched off {this} in April.",
    "Please delete {this} from your contacts.", "Please do not ring {this}. It is now a private number.",
    "The following number is no longer in service: {this}", "We can no longer be contacted on {this}.",
    "Nid yw'r rhif {this} yn cael ei ddefnyddio mwyach. Ffoniwch {other}.", "{this} → {other}", "{this} is now {other}",
    "was {this}, now {other}", "Clinic Old number New number Podiatry {this} {other}",
    "Clinic Old number (no longer in use) New number Audiology 0114 496 0188 0114 496 0189 Podiatry {this} {other}",
])
def test_a_number_that_has_ended_is_told_in_the_pages_words(text: str) -> None:
    """In either order, of the present, the past or a day that is announced."""
    text = text.replace("{THIS}", "{this}")
    assert THIS in ended(text)


@pytest.mark.parametrize("text", [
    "{other} has been replaced by {this}.", "{this} replaces {other}.", "Our new number is {this} (formerly {other}).",
    "Call {this}, previously {other}.", "{other} is no longer in use, call {this}",
    "{other} is no longer in use. {this}",
    "{this} {other} is no longer in use", "Our number has changed from {other} to {this}.",
    "Our number has changed to {this}.",
    "Our number has changed. Call {this}.", "Our old number was {other}. Call {this}.", "{other} has moved to {this}.",
    "Please do not use our old number {other}; call {this}.", "We no longer use {other}, so call {this}.",
    "Call our new number {this}. The old number is no longer in use.",
    "{this}. Our previous number is no longer in use.",
    "New number: {this} (our old number is no longer in use).", "{this} – our old number has been disconnected",
    "Call {this} Our old number has been disconnected", "The old number has been switched off: call {this}",
    "{other} → {this}", "{other} is now {this}", "was {other}, now {this}", "Old number New number {other} {this}",
    "Clinic Old number New number Podiatry {other} {this} 0114 496 0144",
])
def test_the_number_in_its_place_has_not_ended(text: str) -> None:
    """Of two numbers the right one is told; the new one's neighbours say nothing of it."""
    assert ended(text) == ""


@pytest.mark.parametrize("text", [
    "Call {this} if your address has changed.", "Call {this} to tell us that your number has changed.",
    "Call {this}. Our address has changed.", "Call {this}. The address has changed.",
    "Call {this}. Our email address has changed to {other box}.", "Call {this}. This page is no longer available.",
    "Call {this}. Text service is no longer available.", "Call {this}. Live chat is no longer available.",
    "Our website has changed. Call {this}.", "Fax is no longer in use. Call {this}.",
    "We no longer use fax. Call {this}.",
    "Call {this}. Lines close at 5pm.", "{this}, lines close at 5pm", "{this} (closed on bank holidays)",
    "{this}. The line will close at 5pm today.", "{this} will close at noon.", "{this} will close early on Friday.",
    "{this} will close for Christmas on 24 December.", "{this} will close over Christmas.",
    "{this} will close today at 4.",
    "{this} has now closed for the day.", "{this} will close on bank holidays.",
    "{this} will close on 25 and 26 December.", "{this} will close on 1 January.",
    "{this} will close on Fridays.",
    "Please do not call {this} after 9pm.", "Please do not call {this} in an emergency; call 999.",
    "Please do not use {this} for emergencies.", "Please do not call {this} if you are under 11.",
    "Please do not call {this} unless you have an appointment.", "Please do not call {this} to ask about results.",
    "We no longer use {this} for referrals.", "Calls to {this} will no longer be charged.",
    "{this} is no longer available at weekends.", "{this} is no longer available after 8pm.",
    "{this} is no longer available 24 hours a day.", "{this} is no longer available on Sundays.",
    "{this} is no longer available overnight.", "{this} is no longer monitored out of hours.",
    "Riverside, formerly The Helpline, {this}", "Riverside (formerly The Line) {this}",
    "formerly known as Club: {this}",
    "previously called Club, {this}", "Ring {this}. It has changed lives.", "{this} has changed its opening hours.",
    "If {this} is no longer in use, tell us.", "Ask whether the number {this} has changed.", "{this}", "",
    "no longer in use",
    "Our 0114 numbers are no longer in use. Call us on 0800 and {this}",
    "Ring {this}. It is no longer free to park here.",
])
def test_words_that_only_sound_so_say_nothing_of_a_number(text: str) -> None:
    """Of something else, of some hours or some purpose, or of what may be: a right number is not called wrong."""
    assert ended(text) == ""


@pytest.mark.parametrize("text", [
    "{box} is no longer monitored.", "The mailbox {box} is no longer in use.",
    "This mailbox ({box}) is no longer in use.",
    "{box} has been replaced by {other box}.", "{other box} replaces {box}.",
    "Please do not use our old email address {box}.",
    "Our email address has changed from {box} to {other box}.", "{box} – this email address is no longer in use",
    "Our previous email was {box}", "{box} (this inbox is no longer monitored)",
    "{box}. This address is no longer in use.",
    "Write to {other box} (formerly {box}).", "We no longer use {box}.",
    "The email account {box} will be switched off in May.",
])
def test_a_mailbox_that_has_ended_is_told(text: str) -> None:
    """As with numbers."""
    assert BOX in ended(text, ContactKind.EMAIL)


@pytest.mark.parametrize("text", [
    "{other box} has been replaced by {box}.", "{box} replaces {other box}.",
    "{other box} is no longer monitored: {box}",
    "Please do not use {box} for urgent matters.", "Please do not use {box} to cancel an appointment.",
    "{box} is no longer monitored outside office hours.", "{box} is no longer monitored at weekends.",
    "If your email address has changed, write to {box}.", "Write to {box} if your address has changed.",
    "Write to {box}. Our address has changed.", "Write to {box}. The address has changed to 5 High Street.",
    "Write to {box}. Our number has changed.", "Write to {box}. The number is no longer in use.",
    "Write to {box}. Our old email is no longer monitored.",
    "Email {box}. This service is no longer available by post.",
])
def test_a_mailbox_that_has_not_ended_is_left_alone(text: str) -> None:
    """The new one, one that is not for everything, one beside words about something else."""
    assert ended(text, ContactKind.EMAIL) == ""


@pytest.mark.parametrize("text", [
    "{this} has been permanently closed.", "{this} is no longer ours.", "{this} – not answered any more",
    "We have since retired {this}.", "Don't call {this} any more.", "Change of number: {this}",
    "You may have our previous line, {this}.", "{this} has ceased.",
])
def test_words_that_seem_to_say_so_make_a_number_doubtful(text: str) -> None:
    """They are too many to list; a page with them does not vouch."""
    assert doubtful(text)


@pytest.mark.parametrize("text", [
    "{this}", "{other} is no longer ours, call {this}", "{this} no longer costs you a penny.",
    "{this}. Lines close at 5pm.",
    "{this} (closed on Wednesdays)", "{this} Closed Wednesdays", "{this} We no longer take cash.",
    "{this} is no longer answered at weekends.", "Please do not call {this} after 9pm.",
    "Call {this} (previously {other}).", "If {this} is no longer in use, tell us.", "{this} has changed my life.",
    "If your old number is no longer in use, tell us on {this}.", "{this}. Our pilot has ended.",
])
def test_a_number_that_goes_on_is_not_doubtful(text: str) -> None:
    """Some hours, some purposes, other things and other numbers say nothing of it."""
    assert not doubtful(text)


def test_the_other_kind_is_not_meant() -> None:
    """What is said of a number is not said of the address beside it."""
    assert ended("{this} is no longer in use. {box}", ContactKind.EMAIL) == ""
    assert ended("{box} is no longer in use. {this}") == ""


def test_a_persons_name_never_ends_so() -> None:
    """People leave; no words of this table speak of them."""
    page = Page(text="Ann Invented is no longer available.")
    assert said_to_have_ended(FACTS, page, ContactKind.PERSON, "Ann Invented") == ""


def test_without_a_number_or_a_table_nothing_has_ended() -> None:
    """A contact that could not be read, and facts made by hand."""
    page = Page(text=f"{THIS} is no longer in use.")
    assert said_to_have_ended(FACTS, page, ContactKind.PHONE, "") == ""
    assert said_to_have_ended(make.facts(services=[]), page, ContactKind.PHONE, "+441144960123") == ""


def test_one_place_of_several_is_enough() -> None:
    """A page whose head still gives the number and whose notice says that it has ended."""
    assert ended("Call {this}. News: {this} is no longer in use.")


@pytest.mark.parametrize(("text", "quote"), [
    ("We meet on Monday. The number {this} is no longer in use. Come along.", "The number {this} is no longer in use."),
    ("Come along. Call {this}. This number is no longer in use. Tea is free.",
     "Call {this}. This number is no longer in use."),
    ("Tel. {this} (no longer in use)", "Tel. {this} (no longer in use)"),
    ("Sing with us! Our new number is {other} (formerly {this}). See you.",
     "Our new number is {other} (formerly {this})."),
])
def test_the_sentence_is_quoted_and_nothing_around_it(text: str, quote: str) -> None:
    """A decision rests on it: words elsewhere on the page may change."""
    assert ended(text) == quote.replace("{this}", THIS).replace("{other}", OTHER)


def test_an_endless_sentence_is_cut() -> None:
    """Short enough to read, long enough to judge."""
    quote = ended(f"{'before ' * 50} the number {{this}} is no longer in use {'after ' * 50}")
    assert f"the number {THIS} is no longer in use" in quote
    assert len(quote) <= 250


def test_the_table_has_a_source_and_a_day_for_each_phrase() -> None:
    """So that it can be checked and added to; and each is one of the two kinds."""
    rows = FACTS.rows("contact_ended_words")
    assert len(rows) > 30
    assert all(row["source"] and row["checked_on"] and row["words"] == row["words"].strip().lower() for row in rows)
    assert {row["stands"] for row in rows} == {"after", "before"}


@pytest.mark.parametrize("text", [
    "is no longer in use " * 500, f"{THIS} " * 700, f"{THIS} is no longer available at weekends " * 200,
    "our old number " * 600,
    f"{THIS}{' ' * 9_000}", f"{THIS} ({'the number ' * 800}", f"{'the ' * 2_000}{THIS} has changed",
])
def test_no_page_holds_the_judgement_up(text: str) -> None:
    """However often words and numbers are repeated, within what a visit keeps."""
    for _ in range(20):
        ended(text[:10_000])
        doubtful(text[:10_000])
