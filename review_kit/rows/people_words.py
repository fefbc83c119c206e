"""The words by which a named person is known, and those that only look like a name."""

# Before a name. "Nurse" and "Sister" are roles more often than not, "Sir" and "Lady" places.
HONORIFICS = ("Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "Rev", "Revd", "Cllr")

# After an honorific these are no names all the same: "Dr Surgery", "Do not Miss Out".
NEVER_HONOURED = frozenset({
    "and", "clinic", "or", "our", "out", "practice", "service", "services", "surgery", "team", "the", "who", "you",
    "your",
})  # fmt: skip

# Before a person whom one may ask for; after a role a colon, dash or comma must follow.
CUES = (
    "contact", "call", "ring", "phone", "text", "ask for", "speak to", "speak with", "talk to", "email", "e-mail",
    "c/o", "led by", "run by", "care of", "via", "named person", "named contact", "key contact",
)  # fmt: skip
ROLES = (
    "manager", "lead", "worker", "coordinator", "co-ordinator", "nurse", "adviser", "advisor", "navigator", "officer",
    "practitioner", "mentor", "champion", "contact", "sister", "counsellor", "therapist", "psychologist", "doctor",
    "owner",
)  # fmt: skip

# No part of a person's name: words of bodies, services, roles, places, days and months, and sentence openers. After a
# cue, a run of capitalised words that holds one of these is not taken for a person. Some are surnames too (Green,
# West): those persons are missed, for a wrong one is worse. Gathered from the documents that the kit was made from,
# and from the names of services in councils' local offers.
_WORDS = """
a about access account action activity adult adults advice adviser advisor advocacy after age aid all alliance
allocated allowance ambulance an and any application applications apply appointment appointments april area as
assessment association at august autism available avenue bank base before benefits birmingham black block board
book bookable borough both bristol britain british building burton bus by cafe call cambridge camhs campus
cardiff care career careers carer carers caring case catch cathedral central centre champion charity cheshire
chesterfield child childline children christian christmas church citizens city clinic clinical close club coach
college commissioning communication community company complex connect connections consultant consultation
contact continuing coordination coordinator cornwall cottage council councillor counselling counsellor
counsellors county court creative crisis cumbria custody dads day days december dental dentist department derby
derbyshire designated desk details devon dial director disability district division doctor domestic dorset drive
drop drug drugs duty dynamic each early east easter eating edinburgh education email emergency emotional
employment england english enquiries enquiry escalation essex every exchange face faith families family february
federation first fit floor for form forms forum forward foster fostering foundation free freephone fri friday
friends from front full fund further future gay general girls glasgow gloucestershire gold good government gp
great greater green ground group grow growth guide hall hampshire harbour haven havens head heads health
healthcare healthwatch healthy help helping helpline here hertfordshire high holiday holidays holistic home
homeless homes hope hospice hospital hotel hotline hour hours house housing hub hubs human if improving in
inclusion independent info information intake integrated international ireland irish is it january job joined
journey july junction june just justice kent key keyworker kooth lancashire lane leads leaver leavers leaving
leeds legal leicester leicestershire leisure lgbt library life lifeline light lincoln lincolnshire line link
linked links live liverpool living local locality london lower mainstream management manager manchester march
mash matters me medical meeting men mencap mental mentor mentoring midlands mind minds mobile mon monday money
monthly more mums my named national navigation navigator need needs neighbourhood network new newcastle next nhs
night no norfolk north northern not nottingham nottinghamshire november number nurse nurses nursing occupational
october of offer office officer officers on one online open option or organisation our out outreach panel panels
parent parenting parents parish park partners partnership passport passports pathway pathways peer people
personal phone place plan please plus point police portal positive practical practice practitioner preparing
press prevention primary principal probation programme project protection provider psychiatrist psychological
psychologist psychology public quality recovery red referral referrals reflective refuge refugee register
registered relate relationship relationships resource resources response rethink road room royal rural safe
safeguarding safety samaritans sat saturday scheme school schools scotland scottish secondary section secure see
self senior sense september service services session sessions sexual sheffield shelter shout sibling single
sister site skills social society solutions somerset south specialist sport sports square staff staffordshire
start state station steps stonewall street student students studio substance suffolk suite sun sunday support
surgery surrey sussex talk talking team teams tel telephone terrace text the theatre their therapies therapist
therapy these they think this through thu thursday time to together town training transition trauma trent trust
tue tuesday turn turning uk under unit university upper us via vision visit voice voices volunteer waking wales
walk ward warm warning warwickshire way we web website wed wednesday welcome welfare wellbeing wellness welsh
west what when where who wise with women worcestershire work worker workers working works world ymca york
yorkshire you young your youth
"""
NOT_NAMES = frozenset(_WORDS.split())
