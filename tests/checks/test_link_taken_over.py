"""link-taken-over: the address sells gambling, adult pages, pills or the like."""

import pytest

from review_kit.checks.link_taken_over import CHECK
from review_kit.model import Severity, Verdict

from . import facts as make
from . import pages

TAKEN = {
    "casinos": pages.html("<h1>Best Non GamStop Casinos 2026</h1><h2>Free spins and bonuses</h2><p>Play slots and"
                          " roulette at the best casino. Casino bonus for new players. 18+. Gambling can be"
                          " addictive: BeGambleAware.</p><a href='/poker'>Poker</a> <a href='/betting'>Betting"
                          " sites</a>",
                          title="Best Online Casino UK | Top Slots"),
    "slots abroad": pages.html("<h1>Situs Judi Slot Gacor Maxwin</h1><p>Daftar slot online terpercaya, bonus"
                               " deposit.</p>",
                               lang="id", title="SLOT GACOR: Link Togel Hari Ini"),
    "slots in another script": pages.html("<h1>เว็บสล็อตตรง คาสิโนออนไลน์</h1><p>สล็อต บาคาร่า แทงบอล</p>", lang="th",
                                          title="สล็อตเว็บตรง คาสิโน"),
    "a Chinese gambling hall": pages.html("<h1>博彩平台 娱乐城</h1><p>真人娱乐 赌场</p>", lang="zh-CN",
                                          title="博彩公司"),
    "escorts": pages.html("<h1>Escorts and call girls in your city</h1><a href='/cams'>Live sex cams</a><a"
                          " href='/v'>XXX videos</a>", title="Escort service"),
    "pills": pages.html("<h1>Buy Viagra online without prescription</h1><h2>Cheap Cialis</h2><h2>Kamagra</h2>",
                        title="Canadian pharmacy"),
    "coins": pages.html("<h1>Crypto exchange signals</h1><h2>Bitcoin airdrop</h2><h2>Altcoins and NFT drops</h2>",
                        title="Forex broker reviews"),
    "copies": pages.html("<h1>Replica watches</h1><h2>Louis Vuitton outlet</h2><h2>Cheap jerseys</h2>",
                         title="Rolex store"),
}
LIVE = {
    "a charity that helps gamblers": pages.html(
        "<h1>Support for anyone harmed by gambling</h1><h2>Blocking betting and casino sites</h2><p>Our helpline is"
        " free and confidential. We give advice to people addicted to slots, poker, roulette or betting.</p><a"
        " href='/slots'>Slots</a><a href='/poker'>Poker</a><a href='/casino'>Casino games</a><a"
        " href='/blocking'>Self-exclusion</a>",
        title="GamCare | Gambling support"),
    "a list of kinds of gambling": pages.html(
        "<h1>Types of gambling</h1><h2>Casino games</h2><h2>Sports"
        " betting</h2><h2>Poker</h2><h2>Slots</h2><h2>Roulette</h2><p>Each kind carries risk. If you are worried"
        " about harm, our advisers help. Talk in confidence to our helpline for support, treatment or counselling."
        " Advice on debt. Blocking tools help too. Prevention and education.</p>",
        title="Types of gambling - YGAM"),
    "a sexual health service": pages.html(
        "<h1>Sexual health clinic</h1><h2>Contraception</h2><h2>Porn and you</h2><p>Free condoms, STI tests, help"
        " after exploitation or abuse, advice on nudes and sexting. NHS.</p><a href='/nudes'>Nudes</a><a"
        " href='/porn'>Porn</a><a href='/viagra'>Viagra</a>", title="Sexual health for young people"),
    "a drugs service": pages.html(
        "<h1>Drugs A to Z</h1><p>Honest advice on drugs, risks and staying safe. Help and support.</p><a"
        " href='/v'>Viagra</a><a href='/s'>Steroids</a><a href='/x'>Xanax</a><a href='/c'>CBD gummies</a><a"
        " href='/k'>Kamagra</a>",
        title="Drug advice"),
    "advice on scams": pages.html(
        "<h1>Crypto scams</h1><h2>Bitcoin and forex scams</h2><h2>Binary options fraud</h2><p>Warning signs of crypto"
        " investment scams, and help if you were scammed. Advice on debt. Payday loans.</p>", title="Scams advice"),
    "appointment slots": pages.html(
        "<h1>Book a slot</h1><h2>Appointment slots</h2><p>Slots go fast. Winter bonus for carers. Best bet: call"
        " early.</p>",
        title="Slots | Clinic"),
    "help for sex workers": pages.html(
        "<h1>Support for escorts and sex workers</h1><p>Help, safety and advice for escorts, webcam girls and others."
        " We prevent violence, abuse and exploitation.</p><h2>Escorts</h2><h2>Porn</h2><h2>OnlyFans</h2>",
        title="Safe at work"),
    "a Polish page of a helpline": pages.html("<h1>Hazard: pomoc</h1><p>Kasyno, poker, ruletka: bezpłatna pomoc.</p>",
                                              lang="pl", title="Pomoc dla osób uzależnionych"),
}


@pytest.mark.parametrize("page", TAKEN.values(), ids=TAKEN)
def test_a_page_that_sells_such_things_is_a_danger(page: str) -> None:
    """Three different words in title, headings and links, or two in another language, and none of the service."""
    assert pages.told(page) == (Verdict.CHANGED, CHECK.name)
    assert pages.found(CHECK, page)[0].severity is Severity.DANGER


@pytest.mark.parametrize("page", LIVE.values(), ids=LIVE)
def test_a_page_that_helps_is_never_called_so(page: str) -> None:
    """Who helps against a thing names it, and speaks more of help than any seller does."""
    assert pages.told(page)[1] not in {CHECK.name, "link-perhaps-taken-over"}


def test_two_words_in_english_are_not_enough() -> None:
    """A pub that has poker and roulette evenings is no seller's page."""
    page = pages.html("<h1>Poker night</h1><h2>Roulette for charity</h2><h2>Quiz</h2>", title="The Bull")
    assert pages.found(CHECK, page) == []


def test_the_same_word_often_counts_once() -> None:
    """A casino theatre is a theatre."""
    page = pages.html("<h1>Casino</h1><h2>Casino</h2><h2>Casino bar</h2>", title="Casino Theatre")
    assert pages.found(CHECK, page) == []


def test_words_of_the_text_alone_are_not_enough() -> None:
    """An article may tell of casinos, slots and poker; a seller puts them in its title, headings and links."""
    page = pages.html("<h1>My story</h1><p>Casino, slots, poker, betting, roulette, jackpot.</p>", title="My story")
    assert pages.found(CHECK, page) == []


def test_words_inside_words_do_not_count() -> None:
    """Essex, alphabet and betterment hold such words and are none."""
    page = pages.html("<h1>Essex betterment</h1><h2>Alphabet porridge</h2><h2>Slotted spoons</h2>", title="Essex")
    assert pages.found(CHECK, page) == []


@pytest.mark.parametrize("head", [
    "<meta name='rating' content='adult'>", "<meta name='rating' content='RTA-5042-1996-1400-1577-RTA'>",
])
def test_what_a_site_says_of_itself_counts(head: str) -> None:
    """A rating for adults and a name's ending are words too."""
    page = pages.html("<h1>Live sex</h1><h2>Cams</h2>", title="XXX", head=head)
    assert "rating=" in pages.found(CHECK, page)[0].evidence
    of = pages.facts(pages.seen(page.replace(head, ""), make.URL, (302, "https://club.porn/")))
    assert ".porn" in make.found(CHECK, of)[0].evidence


def test_the_words_and_where_they_stand_are_quoted() -> None:
    """A person can see what was taken for a seller's words without opening the page."""
    evidence = pages.found(CHECK, TAKEN["pills"])[0].evidence
    assert "“cialis”" in evidence
    assert "“Cheap Cialis”" in evidence
