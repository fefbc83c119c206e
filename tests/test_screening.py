"""The screen for personal details and words of risk, on sentences as hurried people type them (docs/screening.md).

The first sentences and their truth were written before their writer had seen the rules. In a sentence, `{NAME:dave}`
stands for `dave`, which is a name; what stands outside the braces must not be noticed. Every detail is invented: the
numbers are those that Ofcom and the NHS keep for drama and tests, the postcodes those of town halls.
"""

import os
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from review_kit.disk import known_tables
from review_kit.screening import Noticed, Personal, at_risk, personal

PAGE = Path(__file__).parents[1] / "docs" / "screening.md"
TABLES = known_tables()
KNOWN = (
    "Aquarius", "Kooth", "Breakout", "Derby Theatre", "Living Well", "Trent PTS", "Affinity Trust", "Safe Havens",
    "Local Area Coordination", "LAC Health Team", "Leaving Care Service", "DECC", "Derby City Council", "Josie's Place",
    "Derbyshire Federation for Mental Health", "Derby Family Hubs", "Trauma Navigator", "Creative Mentoring",
)  # fmt: skip
"""What the register calls its services and providers."""

DETAILS = """
my social worker {NAME:sarah} never rings back
pa {NAME:dave} was sound but he left
{NAME:kayleigh} said the dentist wouldnt take her cos no address
said by {NAME:Jordan}, {AGE:17}, at the june forum
{NAME:J} from the {ADDRESS:Bakewell house} said nobody told her about the passport
{NAME:KM} says kooth is too slow
{NAME:T.B.} wants a different counsellor
{NAME:sarah jones} at camhs was dead nice
me and {NAME:chloe} went together and they turned {NAME:chloe} away
{NAME:Mrs Patel} at school sorted it
{NAME:dr okafor} listened to me, first one that did
nurse {NAME:jackie} from the lac team is a legend
everyone calls him {NAME:bear} and he hates the waiting room
my key worker is called {NAME:Agnieszka} and shes class
{NAME:oluwaseun} had to ring 4 times
ask {NAME:tyrone} he knows what happened with the allowance
{NAME:mo} n {NAME:abdul} both got sent away
{NAME:will} said the theatre tickets were class
{NAME:grace} didnt like the group
{NAME:mark} told us the gp lost his notes
my foster mum {NAME:linda} had to phone for me
foster carers {NAME:pete} and {NAME:sue} take me to appts
auntie {NAME:carol} came with me to talking therapies
my sister {NAME:Shanice} uses the sexual health clinic to
{NAME:Ellie-Mae} got her passport late
{NAME:siobhan}'s pa never told her bout plus one
{NAME:jades} pa is useless
{NAME:CONNOR} SAID IT WAS RUBBISH
my ex {NAME:liam} works there so i wont go
hi its {NAME:megan} again about the gym pass
im {NAME:Ryan} and i want a male counsellor
my name is {NAME:fatima} and i cant get a dentist
{NAME:aleksander} dont speak much english so his pa wrote this
the mentor, {NAME:Priya}, gave us bus fare
spoke to {NAME:Steve} on reception, right grumpy
{NAME:zainab} ({AGE:19}) has a baby and cant get to the hub
{NAME:Miss T} from the college helped
{NAME:nathen} wont go back after what the receptionist said
cant remember who, think it was {NAME:callum} or {NAME:kieran}
counsellor {NAME:Beth} > way better than the last one
{NAME:Ahmed} aged {AGE:16} said no one asks him
shes {AGE:17} and pregnant, midwife was lovely
im {AGE:19} {AGE:nearly 20} and still on the list
nearly {AGE:18} and they wont start anything now
i was {AGE:sixteen} when i got referred
{AGE:16 yr old} lad said the chat closes too early
yp is {AGE:17} and a half, wants a gp near college
{AGE:18yo} girl from derby, no gp
just turned {AGE:18} and got kicked off camhs
he turned {AGE:21} last week so no more pa
born in {BIRTH:07} so to old for it
dob {BIRTH:12/3/07}
d.o.b {BIRTH:1.2.2008} needs a passport
his birthday is {BIRTH:14 may} and the passport never came
born {BIRTH:3rd march 2007}, moved here at 12
date of birth {BIRTH:2007-08-21}
bday {BIRTH:9th nov} wants the gym pass before then
she was born on {BIRTH:5 june 06}
my nhs number is {NHS:999 123 4004}
nhs no {NHS:9990001235} on the letter was wrong
NHS {NHS:999-456-7802} they couldnt find me on the system
health passport had somebody elses number on it {NHS:999 765 4323}
ni number {INSURANCE:QQ 12 34 56 C} never came
they lost my national insurance its {INSURANCE:qq123456c}
ring me on {PHONE:07700 900123}
{PHONE:07700900456} text dont ring
my new number {PHONE:0 7 7 0 0 9 0 0 7 8 9}
call pa on {PHONE:+44 7700 900222} not the office
mum's on {PHONE:07700-900-333} if you need her
number is {PHONE:077 009 004 44}
house phone {PHONE:01632 960 321}
{PHONE:(01632) 960111} is the unit, ask for {NAME:deb}
its {PHONE:o7700 900 555} if they want to ring
oh {PHONE:double seven double oh nine double oh one two three} thats me
email me {EMAIL:jade.t07@example.com}
my emails {EMAIL:kaixx@example.org} i check it at college
{EMAIL:leah dot m at example dot com} send it there
{EMAIL:ty_b @ example.com} is his email
{HANDLE:@user_jade07} message me there
snapchat is {HANDLE:jadexo99}
add me on snap {HANDLE:mollz2k7}
insta: {HANDLE:kai.m.07}
im on tiktok as {HANDLE:leahh.xx}
my discord is {HANDLE:wolfie#1234}
fb is {HANDLE:Jordy Boi} if you need me
gamertag {HANDLE:xXreaperXx}
i live at {ADDRESS:14 kettle row} near the park
{ADDRESS:flat 3, cardigan court} has no signal so kooth wont load
moved to {ADDRESS:22 Lantern Street} last week no gp
he lives on {ADDRESS:thimble lane} its two buses
live round {POSTCODE:DE4 3AG} and no bus comes
postcode {POSTCODE:s401lp} says im out of area
{ADDRESS:9 Pebble Close}, {POSTCODE:NG1 2DT}, send the pass there
im in {POSTCODE:DE1 2FS} and the nearest dentist is derby
placed at {ADDRESS:Rowan House} and staff wont drive us
staff at {ADDRESS:the willows} childrens home dont know about plus one
i go {ADDRESS:st wilfreds school} and they told everyone
{ADDRESS:Thornbury Academy} nurse shared what i said
the only lad from {ADDRESS:Hazel Lodge} at the group
{NAME:Jayden}s {AGE:17}, ring him {PHONE:07700 900 666}
{NAME:lucy} dob {BIRTH:2/2/08} needs fast pass
contact {NAME:Sam} on {EMAIL:sam.w@example.net} or {PHONE:01632 960777}
{NAME:tia} is at {ADDRESS:5 button road} with her nan
{NAME:ellie} snap {HANDLE:elz.07} wants to join the art grp
"""

NOTHING = """
aquarius were brilliant, proper listen to you
kooth is alright but the chat is slow
breakout let you just turn up which is good
josies place was dead friendly
ask angela posters should be in the loos
nobody told us about Clare's Law
clares law form took ages
jobcentre plus sent me the wrong way
Will they text me or do i have to ring
will it be open in the holidays
May is too late for the next one
it may help if they had a text line
theres a grace period of 2 weeks on the allowance
the faith group lets you bring a mate
talked to frank online, didnt have to say who i was
Frank has a good website about drugs
FRANK leaflets in the waiting room were old
opens mon wed fri
its shut on sundays and bank hols
went on tuesday at 10 and they were closed
chat closes at 10pm should be 24/7
waited 18 weeks for talking therapies
under 25s get in free
its for 16-25 year olds but they said no to us
over 18s only
once your 18 they drop you
at 18 you move to adult and nobody tells you
you have to be 18 to go safe haven
rang 111 and waited an hour
119 buses dont go there, have to get the 6.1 then the x38
bus is 4.50 return and allowance is 30
cost £12.99 a month for the gym
8 of us went and 3 liked it
12 out of 15 didnt know about health passports
THE WAITING ROOM IS HORRIBLE
NOBODY RINGS BACK EVER
PA never told us bout the plus one scheme
GP receptionist was rude tbh
camhs to adult is a cliff edge
LAC nurse was nice and explained everything
PA TM and SW all said different things
CAMHS ADHD and EHCP all have different lists
the derby theatre thing was sick
chesterfield is too far, do one in buxton or matlock
went bakewell for it and it was shut
had to go sheffield for a dentist
childline 0800 1111 was busy
samaritans 116 123 picked up straight away
0300 123 1234 just rings out
emailed info@aquarius.example and got nowt
website www.example.org dont work on my phone
i hope they carry on
mark it on the calendar cos they forget
a pat on the back would be nice
the gas bill was more then my allowance
they robbed us of our time
drew pictures and talked, well good
nick nacks to fidget with would help
art group in the sunny room was peaceful
joy of moving class is free
max 6 people in a group pls
rose garden cafe do free brew for care leavers
christmas carol service trip was nice
june forum was better than the april one
dawn till dusk sessions in ramadan would help
samaritans and barnardos came to college once
princes trust course got me a job
duke of edinburgh was good but kit costs loads
victoria centre is easier to get to
they said theyd ring in a month, that was january
form asks for your nhs number and i havent got one
they want a postcode and im sofa surfing
dont want to give my date of birth on a chat
why do they need your insta
we was @ the theatre for 2 hrs
open 9-5 and im at college 9-4
since 2019 its got worse
appointment was 12/3 and letter came 14/3
in 2025 they promised a new hub
took 07 days to get a text back
took 3 goes to get through
5 min walk from the bus station so its fine
the high street one has no ramp
only one on london road and its always full
school nurse was good, college one wasnt
should be in every childrens home
some kids in care dont get told
my social worker never rings back
my pa is lovely
i like that its anonymous
bring a friend sessions are class
step 2 of the form crashes
covid jab clinic was quick
id need a passport or driving licence first
ive had 3 pas in 2 yrs
1 to 1 is better then group
dr was late, nurse sorted it
not being funny but nobody asked us
Talking Mental Health Derbyshire said six weeks
sent to A&E and sat there 9 hours
ref no 1234567 and they still lost it
"""

RISK = """
i want to die most days tbh
dont wanna be here anymore
she said shes gonna kill herself if they move her again
kms if i have to tell it all again
been cutting again since they stopped it
he self harms and nobody asked
i took an overdose in march and got sent home
took a load of tablets last wk
feeling suicidal and they put me on hold
i think about ending it
whats the point of living
ended up self harming cos nobody rang
my boyfriend hits me and they didnt ask
carer locks me out at night
carer hit me when i told
he touched me and staff did nowt
i was raped and the clinic was shut
being made to carry drugs for older lads
he makes me send nudes
scared to go home
not eaten for three days no money on the gas
sleeping rough since i left
staff keep grabbing me round the neck
nobody would care if i was gone
i cant go on like this
he said hes going to stab me
running away again tonight
older man gives me money for sex
hearing voices telling me to hurt people
my ex is stalking me and wont stop
im not safe where i live
feel like jumping off the bridge
tried to hang myself in the unit
burning my arms again
theyre being groomed by someone off snap
my dad beats my mum
"""

NO_RISK = """
the wait is killing me
its a proper safe space
got a pass to hit the gym
food was dead good
i died laughing at the theatre
could murder a kebab after it
they cut me off the phone at 5
cutting the waiting list would help
cut the queue and its sorted
i love the boxing sessions
self help leaflets are boring
my phone died half way thru the chat
they beat around the bush
was bare jokes, bring it back
hit and miss if you get thru
the gym is sick, killed it today
dying to go again
shot some hoops with the mentor
it hurts that they forgot us
had a stab at the form, gave up
dead end with the dentist
run away with the idea its free, its not
they should burn that form
the bus is a nightmare, kills the mood
harm reduction chat was interesting
suicide prevention posters should be in the loos
"""

SECOND = """
{NAME:gemma} from reception was well rude
my worker {NAME:ayo} is the only one who turns up
his pa {NAME:jo} is leaving next month
{NAME:Bogdan} cant read the letters they send
asked {NAME:rosie} but she didnt know either
{NAME:will} and {NAME:tommo} got put on the wrong list
YP {NAME:R.S.} wants a female nurse
{NAME:dawn} from housing came to the drs with me
she's {AGE:20} and has never had a dentist
my lil brother {NAME:kai} is {AGE:12} and in foster care
{AGE:seventeen} and still waiting for a passport
{NAME:HOLLY} SAYS THE CHAT KEEPS CRASHING
my mates call me {NAME:spud} and i hate needles
text {NAME:nush} on {PHONE:07700 900 812} she set it up
no is {PHONE:07700 9 0 0 4 1 6}
my phone {PHONE:07700 900 654 } is broke so use email
add {HANDLE:itz_lexi.07} on insta
dm me {HANDLE:@k_r_wolf}
my snap is {HANDLE:daisyboo}
they messaged my facebook {HANDLE:Kacey Lou Marsh}
i moved to {ADDRESS:31b Candle Street} and got a new gp
room 6 at {ADDRESS:beech house} has no wifi
{NAME:lewis} from {ADDRESS:oak tree house} loved the mentor
she goes {ADDRESS:fernleigh high school} and nurse there is class
my gp is on {ADDRESS:pepper street} near my flat at number 8
sent the letter to {POSTCODE:S1 2HH} not my new one
im from {POSTCODE:le1 9bg} but placed in derby
birthday {BIRTH:22/11} so i turn 18 before they start
im an {BIRTH:06} baby so i should get it
{NAME:aaliyah} was born {BIRTH:1st of jan 2008}
nhs number {NHS:999 246 8106} not {NHS:999 100 2006}
NINO {INSURANCE:QQ123456C} on the form
email is {EMAIL:finn-b @example.co.uk}
{EMAIL:zara at example dot org} is best
mrs {NAME:whitlock} in the office lost the form
had {NAME:Sadie} crying cos nobody rang
my sw {NAME:bernadette} n my pa {NAME:craig} dont talk to each other
{NAME:kian o'brien} needs a interpreter for his mum
it was {NAME:tasha} at {ADDRESS:Linden Court} who told us
its on the corner by the station
took me 3 buses and 20 quid
chat bot said it was 45 mins wait
PAs should get trained on autism
i was 3 weeks late with the form
when you turn 18 everything stops
should be for 16+ not just 18
its next to boots on the high street
come back on the 14th they said
dont feel listened to at all
nurse came to the house and it was better
my house is miles from it
the art room at college is where we meet
miss the old drop in
dr said no, nurse said yes
sw keeps changing
sue them for all i care lol
bill came out of my allowance
chase it up please
got a tenner for doing the survey
pa should know this stuff
insta page never gets updated
tiktok videos on it would be good
call me maybe but dont text
my carer was there for me
grants take ages
Grant form was long
Summer sessions were packed
Anna Freud leaflet was good
Princes Trust and Duke of Edinburgh both ok
Red Cross bag was useful
Jubilee centre is cold
went in person cos phone never works
April cohort got nothing
10 out of 10 would go again
its on floor 2 room 14
asda and tesco vouchers would be better
young peoples panel on 3rd july was ace
GCSE stress is real
half of us are from other counties like kent or essex
its a killer walk up that hill
the queue nearly finished me off
scared i was going to be late
i cut my hair for the interview
die hard fans of this group
point me to the right place
punched above its weight
they hit the nail on the head
i want it all to carry on
knocked out by how kind they were
"""
SECOND_RISK = """
{NAME:deano} ({AGE:18}) sleeps in his car most nights
he keeps threatening me
havent eaten since sunday
i want it all to end
he puts his hands round my throat
i dont see the point anymore
cut up my arms last nite
he said he would kill me if i told
i been selling for them and i owe money
they beat me up outside the home
i just want to disappear
got a blade in my room
staff shout and push me about
she makes herself sick after tea
slept in a car last week
im scared hes going to find me
"""

THIRD = """
{NAME:Marlon} got told no cos hes not registered
the lady {NAME:jean} on the desk was sweet
my iro {NAME:vanessa} came to one meeting
{NAME:wes} off my floor uses kooth every nite
we asked for {NAME:nurse tina} and she wasnt in
{NAME:ebony} n me share a flat and wifi is dead
his names {NAME:leonard} and he wont talk to women
{NAME:summer} wants the group on a saturday
{NAME:tj} says its long
{NAME:luca}s mum rang for him
psychologist called {NAME:ingrid} was ace
{NAME:mr dhillon} from housing messed it up
{NAME:skye}, {AGE:18}, wants help with the form
i turned {AGE:20} in care and still no dentist
{AGE:19 year old} mum with a toddler
im only {AGE:16} so they sent me to kids ward
hes {AGE:22} now so too old
tel {PHONE:07700 900 147} after 4
moms number {PHONE:01632-960-204}
{PHONE:07700 900 258} thats my mates
whatsapp me on {PHONE:07700900369}
insta is {HANDLE:maddi_xo}
find me on tiktok {HANDLE:r3ece.b}
snap = {HANDLE:tashbash09}
roblox user {HANDLE:SkaterKid99}
staying at {ADDRESS:4 marigold walk} til xmas
lives at {ADDRESS:apple tree lodge} w 5 others
im at {ADDRESS:Saint Oswalds college} doing bricklaying
everyone at {ADDRESS:the beeches} knows
her flat on {ADDRESS:garnet road} is freezing
post it to {ADDRESS:17 Foxglove Drive} {POSTCODE:M2 5DB}
my postcode {POSTCODE:S40 1LP} isnt on the app
dob is {BIRTH:04.11.2006}
born {BIRTH:july 08} they said i was too young
bday {BIRTH:30/12}
{EMAIL:k.w99@example.com} is my mail
nhs num {NHS:9991234004} on the card
national ins no {INSURANCE:QQ 65 43 21 A}
tuesdays at 4 is bad for college
its a 40 min bus n costs 5 quid
they had 6 leaflets and none in polish
Receptionist was kind
Counsellor changed 3 times
not sure what a trauma navigator does
the walk in on a monday is mint
had to wait til march
they should come to us at the house
its in the old library building
got 2 free tickets for panto
dont have a passport or bank card
why does it say ages 16 to 24
13 weeks then discharged by letter
the app wants face id
young carers get more then us
miss my old counsellor tbh
dr never looks up from the screen
mental health first aid course was sick
Text message reminders would help
Maybe a whatsapp group
Loved the art stuff
Bus pass plz
Healthwatch came and asked too
Derby is ok but Ilkeston has nothing
Christmas dinner was lovely
Kooth and aquarius both good
worker at Breakout gets me
big up the nurse
3 of the lads said same
1st floor no lift
best thing was the pizza
they want id and proof of address
cant wait for the next one
id kill for a dentist appt
worth it for the food
group is to die for
safe to say it was mint
smashed it at the interview
burnt the toast at cooking class lol
they threw us out at 4 sharp
knocked on the door and no answer
bus hit traffic
felt left out but fine
its a pain getting there
"""
THIRD_RISK = """
im gonna do something stupid tonight
he hurts my little sister
foster dad comes in my room at night
cant stop cutting
i took loads of paracetamol
they make me hold stuff for them
he wont let me out the house
my bf chokes me when hes mad
life isnt worth it
i dont feel safe in the unit
got jumped and they have a knife
sleeping on a bench mostly
wants to end it
he takes all my money
nobody would miss me
i might as well be dead
she hasnt been seen since friday
"""

FOURTH = """
my support worker {NAME:dionne} sorts everything
{NAME:frankie} said its not for boys
{NAME:Tobe} didnt know he could ask for a man
{NAME:rosa} n {NAME:ishaan} from group both want evenings
{NAME:hope} wants to know if she can bring baby
social worker = {NAME:janice}, never heard of kooth
{NAME:lilly-ann} hates phone calls
that {NAME:greg} fella in the office
{NAME:MIA} PUT DOWN AS ANXIOUS BUT SHES DEAF
his foster brother {NAME:zee} has the same gp
ms {NAME:adeyemi} at college rang for us
{NAME:D} from floor 2 had no passport
{NAME:caiden} cant read so leaflets no good
{NAME:beth} was told {AGE:17} is too old for one and too young for other
{AGE:20yr old} lad no fixed address
she will be {AGE:18} in feb
dob {BIRTH:9 9 07}
born on {BIRTH:halloween 2006}
hit me up on {PHONE:07700 900 741}
{PHONE:0770 090 0852} new phone
{PHONE:+447700900963} is his nans
{EMAIL:ro.b@example.net} pls send the list
ig {HANDLE:@tay.tay_07}
add me {HANDLE:lil_mo99} on snap
im on discord {HANDLE:moonpie#0420}
room 12 {ADDRESS:cedar lodge} is damp and no one cares
{ADDRESS:88 Marl Street} flat 2
moved me to {ADDRESS:bramble cottage} in the middle of nowhere
{ADDRESS:Kestrel Park Academy} want a form signed
im {POSTCODE:de45 1dx} so no bus
nhs {NHS:999 1002006}
ni is {INSURANCE:QQ 11 22 33 B}
the tea was stewed but staff nice
6 sessions isnt enough
they call you by the wrong name
never had a letter till after the date
Chesterfield one is better than Derby
do a quiz night or summat
PAs ring when you dont need em
sat in the corridor for 1 hr 20
2 out of 10 sorry
would be good on a wed after 5
it says ring 0808 801 0677 but its engaged
Dentist wont take me on
Asked three times got nowhere
no signal in the dales
got in cos im care experienced
18 to 21 get the allowance
free pizza smashed it
lost in the building for ages
proper banging sessions
shocking phone lines
the form made me want to scream
got stuck behind the bin lorry
they dropped the ball
wicked staff
"""
FOURTH_RISK = """
i aint safe at my placement
he keeps a hammer by the door and says its for me
just want to go to sleep and not wake up
scratching till i bleed
he records me in the shower
they took my door off and watch me
owes the dealer and theyre coming for her
shes being sick on purpose
been on the street 2 nights
dad is drinking and smashing the house up
i get paid to meet blokes
took something i shouldnt and feel weird
he says if i leave he will find me
what is even the point in me
"""

EVERYDAY = """
the bus broke down so i missed it
he hasnt been seen by a dentist in 3 years
they gave us tablets for college work
make me do the same form again
wont let me see my own records
my form is missing again
my letter hasnt come back
my old pa is not here anymore
nothing left when i got there
the helpline is hopeless
nobody followed me up
mentor pushed me to try the gym in a good way
no food at the event
its been running for 2 years
app locks me out of my account
they keep cutting the sessions
couldnt find me on the list
there was a stall on the street
they go slow on purpose
we were starving by the end
leaflets got passed out at college
"""

SETS = (
    ("first", DETAILS + NOTHING + NO_RISK, RISK, "68 of 122", 15, "10 of 36", 1),
    ("second", SECOND, SECOND_RISK, "33 of 49", 8, "4 of 16", 0),
    ("third", THIRD, THIRD_RISK, "29 of 40", 3, "4 of 17", 0),
    ("fourth", FOURTH, FOURTH_RISK, "25 of 34", 0, "1 of 14", 0),
    ("everyday, written to narrow the words of risk", EVERYDAY, "", "none to catch", "", "none to notice", ""),
)
"""The sets in the order of their writing: words, words of risk, and what each scored when it was first seen: details
caught, details wrongly flagged, words of risk noticed, and wrongly noticed. Each of the four was written after the
rules were mended by the one before, and screened once before anything was mended by it."""

LEFT = {
    "my gp is on pepper street near my flat at number 8":
        "most services stand in streets; only a street where somebody lives is asked about",
    "everyone at the beeches knows": "a home that goes by one word, with no word for a home beside it",
    "Derby is ok but Ilkeston has nothing": "a word with a capital that no list knows may be a name, so it asks",
    "beth was told 17 is too old for one and too young for other": "a bare number is most often no age",
    "born on halloween 2006": "a day that is told by a feast",
    "they took my door off and watch me": "harm told without any word for harm",
}
"""What is told wrongly today: the sentence, and why it stays so."""


@dataclass(frozen=True)
class Detail:
    """A detail that stands in a sentence."""

    kind: Personal
    words: str
    start: int

    def is_told(self, noticed: Noticed) -> bool:
        """Whether this is what was noticed: of the same kind, where the words meet. The same words are asked once."""
        meet = noticed.start < self.start + len(self.words) and self.start < noticed.start + len(noticed.words)
        return self.kind is noticed.kind and (meet or self.words.casefold() == noticed.words.casefold())


@dataclass(frozen=True)
class Case:
    """A sentence with its truth and what the screen noticed."""

    text: str
    details: tuple[Detail, ...]
    risk: bool
    noticed: tuple[Noticed, ...]
    words_of_risk: str

    @property
    def missed(self) -> tuple[Detail, ...]:
        """The details that nothing noticed was."""
        return tuple(d for d in self.details if not any(d.is_told(n) for n in self.noticed))

    @property
    def wrong(self) -> tuple[Noticed, ...]:
        """What was noticed and is no detail of that kind."""
        return tuple(n for n in self.noticed if not any(d.is_told(n) for d in self.details))

    @property
    def right(self) -> bool:
        """Whether every detail was caught, nothing else was, and risk was noticed where it is."""
        return not self.missed and not self.wrong and self.risk == bool(self.words_of_risk)


def case(marked: str, *, risk: bool) -> Case:
    """A sentence screened; its truth stands in braces."""
    text, details = "", []
    for plain, kind, words in re.findall(r"([^{]+)|\{([A-Z]+):([^}]+)\}", marked):
        if kind:
            details.append(Detail(Personal[kind], words, len(text)))
        text += plain or words
    noticed = personal(text, names=TABLES["first_names"], known=KNOWN)
    return Case(text, tuple(details), risk, noticed, at_risk(text, TABLES["risk_words"]))


@pytest.fixture(scope="module")
def told() -> list[Case]:
    """Every sentence as the screen told it."""
    return [case(line, risk=risk) for _, plain, risky, *_ in SETS for words, risk in ((plain, False), (risky, True))
            for line in words.strip().splitlines() if line]


def score(told: list[Case]) -> list[str]:
    """The rows of the score: per kind what was caught, what missed, and what flagged wrongly."""
    of, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for one in told:
        of.update(detail.kind.value for detail in one.details)
        missed.update(detail.kind.value for detail in one.missed)
        wrong.update(noticed.kind.value for noticed in one.wrong)
    rows = [f"| {kind} | {of[kind] - missed[kind]} | {missed[kind]} | {wrong[kind]} |" for kind in Personal]
    total = f"| all details | {of.total() - missed.total()} | {missed.total()} | {wrong.total()} |"
    risky = [one for one in told if one.risk]
    caught = sum(bool(one.words_of_risk) for one in risky)
    false = sum(not one.risk and bool(one.words_of_risk) for one in told)
    return [*rows, total, f"| words of risk | {caught} | {len(risky) - caught} | {false} |"]


def row(one: Case) -> str:
    """A sentence with what was caught, missed and flagged wrongly, as a row of the page."""
    caught = [f"{n.kind}: {n.words}" for n in one.noticed if n not in one.wrong]
    missed = [f"{d.kind}: {d.words}" for d in one.missed]
    wrong = [f"{n.kind}: {n.words}" for n in one.wrong]
    risk = [f"words of risk: {one.words_of_risk}"] if one.words_of_risk else []
    caught, wrong = (caught + risk, wrong) if one.risk else (caught, wrong + risk)
    missed += ["words of risk"] if one.risk and not risk else []
    return f"| {one.text} | {'; '.join(caught)} | {'; '.join(missed)} | {'; '.join(wrong)} |"


def test_there_are_enough_sentences(told: list[Case]) -> None:
    """A screen is not scored on a handful, and no sentence counts twice."""
    assert len({one.text for one in told}) == len(told)
    assert sum(bool(one.details) for one in told) >= 80
    assert sum(one.risk for one in told) >= 25
    assert len(NO_RISK.strip().splitlines()) >= 15
    assert sum(not one.details and not one.risk for one in told) >= 30


def test_only_what_is_named_here_is_told_wrongly(told: list[Case]) -> None:
    """Every miss and every false alarm of today is known by name; one that is mended leaves the list."""
    assert {one.text for one in told if not one.right} == set(LEFT)


def test_places_are_those_of_the_words_as_typed() -> None:
    """Signs that nobody sees do not move the place of what is noticed."""
    text = "\u200bmy pa \u200bsarah, ring 07700\u200b 900123"
    for one in personal(text, names=TABLES["first_names"]):
        assert text[one.start:one.start + len(one.words)] == one.words


def test_an_address_in_the_register_makes_nobodys_name_known() -> None:
    """A mailbox with a person's name, as a provider's cell may hold, does not hide that name."""
    known = ("Continuing Care Team karen.example@example.org",)
    assert personal("karen never rings", names=TABLES["first_names"], known=known)


def test_harmless_words_hide_no_others() -> None:
    """Words of risk beside harmless ones are noticed all the same; no rows notice nothing."""
    rows = TABLES["risk_words"]
    assert at_risk("the wait is killing me", rows) == ""
    assert at_risk("the wait is killing me and i’m cutting again", rows) == "cutting again"
    assert at_risk("i want to die", ()) == ""


@pytest.mark.parametrize("piece", [
    "a", "0", "a_", "a ", "1 ", "one ", "0 7", "snap ", "snap is a.a", "a dot ", "flat 1a aa ", "St ", "Aa ", "A.",
    "a@", "nathen wont ", "born on in the ", "my pa x and ", "cut a b c ", "1/1/1/", "'", "-", "\n", "\u200b", "x'",
    "ask for ",
    "my facebook Aa Aa ", "07700 900", "hand a ", "not safe", "Jo-", "will and ",
])  # fmt: skip
def test_hostile_words_take_no_time(piece: str) -> None:
    """The longest comment there is, of words that make a careless pattern crawl, is screened in a fifth of a second."""
    words = (piece * 4000)[:4000]
    at_risk("", TABLES["risk_words"])  # made ready once, and kept
    taken = []
    for _ in range(3):  # the machine may be busy with something else
        begun = time.process_time()
        personal(words, names=TABLES["first_names"], known=KNOWN)
        at_risk(words, TABLES["risk_words"])
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.2


def test_the_page_is_the_one_that_is_written_down(told: list[Case]) -> None:
    """docs/screening.md holds today's tables; they are renewed by REVIEW_KIT_RENEW=1 and read before they are kept."""
    seen = ["| " + " | ".join(map(str, (name, *scored))) + " |" for name, _, _, *scored in SETS[:4]]
    assert {one.text for one in told} >= set(LEFT)
    table = "\n".join([
        "## When each set was first seen", "",
        "| set | details caught | details wrongly flagged | words of risk noticed | wrongly noticed |",
        "|---|---|---|---|---|", *seen, "",
        "## Today, over all sentences", "", "| kind | caught | missed | wrongly flagged |", "|---|---|---|---|",
        *score(told), "", "## What is told wrongly today, and why it stays", "", "| sentence | why |", "|---|---|",
        *(f"| {text} | {why} |" for text, why in LEFT.items()), "",
        "## Every sentence", "", "| sentence | caught | missed | wrongly flagged |", "|---|---|---|---|",
        *map(row, told), ""])
    before = PAGE.read_text(encoding="utf-8").partition("## When each set")[0]
    if os.environ.get("REVIEW_KIT_RENEW"):
        PAGE.write_text(before + table, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == before + table
