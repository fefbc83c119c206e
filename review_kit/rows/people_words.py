"""The words by which a named person is known, and those that only look like a name."""

# Before a name; "Nurse" and "Sister" are roles more often than not, "Sir" and "Lady" places.
HONORIFICS = ("Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "Rev", "Revd", "Cllr")

# After an honorific these are no names all the same: "Dr Surgery", "Do not Miss Out".
NEVER_HONOURED = frozenset("out you who surgery clinic service services team practice and or the your our".split())

# Before a person whom one may ask for; a colon, dash or comma after a role counts as well.
CUES = ("contact", "call", "ring", "phone", "text", "ask for", "speak to", "speak with", "talk to", "email", "e-mail", "c/o",
        "led by", "run by", "care of", "via", "named person", "named contact", "key contact")
ROLES = ("manager", "lead", "worker", "coordinator", "co-ordinator", "nurse", "adviser", "advisor", "navigator", "officer",
         "practitioner", "mentor", "champion", "contact", "sister", "counsellor", "therapist", "psychologist", "doctor", "owner")

# No part of a person's name: words of bodies, services, roles, places, days and months, and sentence openers. A run
# of capitalised words that holds one of these is not taken for a person.
NOT_NAMES = frozenset("""
a about access account acorn action activity adult adults advice adviser advisor advocacy affinity after age aid all alliance
allowance ambulance an and any appointment appointments aquarius area as asc assessment association at autism available avenue bank base
before benefits black board book bookable borough british building burton bus by call cambridge camhs campus care career
careers carer carers case catch caring central centre champion charity chesterfield child childline children christian church citizens city clinic
clinical close club coach college commissioning communication community company complex connect connections consultant
consultation contact continuing coordination coordinator cottage council councillor counselling counsellor counsellors county court creative cranstoun crisis
custody dads day days decc dental dentist department derby derbyshire designated desk dial director disability district
division doctor domestic drive drop drug drugs duty dynamic early east education eating email emergency emotional employment
england english enquiries escalation every exchange face faith families family federation first fit floor for forum forward foster fostering foundation free freephone friends from front
full fund further future gay general girls gold good government gp green ground group grow growth guide hall harbour haven havens head heads health healthcare
healthwatch healthy help helping helpline here high holistic home homeless homes hope hospital hospice hotline hour hours house housing
hub hubs human if improving in inclusion independent info information intake integrated international is it job joined journey junction just justice
kent key keyworker kooth lane leads leaver leavers leaving leeds legal leicester leicestershire leisure lgbt library life lifelinks lifeline light line link links live living local london
mainstream management manager mash matters me medical meeting mencap mental mentor mentoring men midlands mind minds mobile money monthly more mums my
national navigation navigator need needs neighbourhood network new next nhs night no north northern not nottingham nottinghamshire number
nurse nurses nursing occupational of offer office officer officers on one online open option or organisation our out outreach panel panels parent parenting parents
park partners partnership passport passports pathway pathways peer people personal pfa phone place plan please plus point police portal positive practical practice
practitioner preparing press prevention primary principal probation programme project protection provider psychiatrist psychological psychologist
psychology public quality recovery red referral referrals reflective refuge refugee register registered relate rethink relationship relationships resource resources response
road room royal rural safe safeguarding safety samaritans saturday scheme school schools scotland secondary section secure see self sense senior
service services session sessions sexual shelter shout sibling single sister site skills social society solutions south specialist spiral sport sports square staff
start state station steps stonewall street student students studio substance sunday support surgery talk talking team teams
tel telephone terrace text the theatre their therapies therapist therapy these they think this through time to together town training transition trauma
trent trust turn turning uk under unit university us vision visit voice voices volunteer vita waking wales walk ward warm warning way we web website welcome welfare wellbeing
west wellness what when where who wise with women work worker workers working works world yare ymca york you young your youth
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
january february march april june july august september october november december
north south east west central upper lower great greater
""".split())
