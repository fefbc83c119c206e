"""Opening hours as people type them: what they say, or why they cannot be read. Truth came first."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.disk import known_tables
from review_kit.hours import LONGEST, Reading, hours_reader
from review_kit.hours.words import DAYS, KINDS, SINGLE

WORDS = known_tables()["hours_words"]
READER = hours_reader(WORDS)

READ = {
    # one statement, in the ways in which it is typed
    "Mon-Fri 9am-5pm": "Mon-Fri 09:00-17:00",
    "Mon - Fri 9am - 5pm": "Mon-Fri 09:00-17:00",
    "Monday to Friday, 09:00 – 17:00; Sat 10-2": "Mon-Fri 09:00-17:00; Sat 10:00-14:00",
    "Monday–Friday: 9.00am–5.00pm": "Mon-Fri 09:00-17:00",
    "Mon to Fri 9 to 5": "Mon-Fri 09:00-17:00",
    "MON-FRI 9AM TO 5PM": "Mon-Fri 09:00-17:00",
    "Mondays to Fridays from 9am until 5pm": "Mon-Fri 09:00-17:00",
    "Monday through Friday 8:30 a.m. to 4:30 p.m.": "Mon-Fri 08:30-16:30",
    "M-F 9-5": "Mon-Fri 09:00-17:00",
    "Weekdays 9-5": "Mon-Fri 09:00-17:00",
    "9-5 weekdays": "Mon-Fri 09:00-17:00",
    "9am to 5pm, Monday to Friday": "Mon-Fri 09:00-17:00",
    "9.30am till 4pm weekdays": "Mon-Fri 09:30-16:00",
    "between 9am and 5pm on weekdays": "Mon-Fri 09:00-17:00",
    "Open 9am – 5.30pm, closed at weekends": "09:00-17:30; Sat-Sun closed",
    "0900-1700 Mon-Fri": "Mon-Fri 09:00-17:00",
    "0830 - 1630hrs": "08:30-16:30",
    "08.30-17.00 Mon-Thurs, 08.30-16.30 Fri": "Mon-Thu 08:30-17:00; Fri 08:30-16:30",
    "Mon – Thurs 8.45am to 5pm, Fri 8.45am to 4.30pm": "Mon-Thu 08:45-17:00; Fri 08:45-16:30",
    "Mon,Wed,Fri 10am-12noon": "Mon,Wed,Fri 10:00-12:00",
    "Tues & Thurs 6-8pm": "Tue,Thu 18:00-20:00",
    "Tue/Thu 18:00-20:00": "Tue,Thu 18:00-20:00",
    "Weds 1.30-3.30pm": "Wed 13:30-15:30",
    "Wednesdays, 1pm to 4pm": "Wed 13:00-16:00",
    "Sat 10-2": "Sat 10:00-14:00",
    "10-2 Sat": "Sat 10:00-14:00",
    "Saturday 10am til 1pm": "Sat 10:00-13:00",
    "Sat/Sun 12-4": "Sat-Sun 12:00-16:00",
    "weekends noon to 4pm": "Sat-Sun 12:00-16:00",
    "Mon-Sun 8am-8pm": "Mon-Sun 08:00-20:00",
    "8am-8pm 7 days a week": "Mon-Sun 08:00-20:00",
    "8am to 8pm, seven days a week": "Mon-Sun 08:00-20:00",
    "daily 10am-10pm": "Mon-Sun 10:00-22:00",
    "every day 8-8": "Mon-Sun 08:00-20:00",
    "Every evening from 5pm to 11pm": "Mon-Sun 17:00-23:00",
    "Mon-Fri 1-4": "Mon-Fri 13:00-16:00",
    "Mon 2-5": "Mon 14:00-17:00",
    "Thursday 4-6": "Thu 16:00-18:00",
    "Tue 10-12": "Tue 10:00-12:00",
    "Tue 9-12": "Tue 09:00-12:00",
    "Mon-Fri 8-6": "Mon-Fri 08:00-18:00",
    "Mon-Fri 09:00-5:00": "Mon-Fri 09:00-17:00",
    "9am-12": "09:00-12:00",
    "9-12.30pm": "09:00-12:30",
    "9am-1": "09:00-13:00",
    "10 am – 2 pm": "10:00-14:00",
    "10a.m.-2p.m.": "10:00-14:00",
    "10:00-16:00": "10:00-16:00",
    "09:00:00 - 17:00:00": "09:00-17:00",
    "Mon-Fri 17:00-21:00": "Mon-Fri 17:00-21:00",
    "Mon-Fri 18-22": "Mon-Fri 18:00-22:00",
    "Mon-Fri 05:00-09:00": "Mon-Fri 05:00-09:00",
    "Evenings 6-8 Tues": "Tue 18:00-20:00",
    "Tuesday evenings 6-8": "Tue 18:00-20:00",
    "Wednesday mornings 7-9": "Wed 07:00-09:00",
    "6-8pm Mon and 7-9 Thurs": "Mon 18:00-20:00; Thu 19:00-21:00",
    "half past 9 to quarter to 5": "09:30-16:45",
    "9 o'clock to 5 o'clock": "09:00-17:00",
    "Mon-Fri 9am-12pm and 1pm-5pm": "Mon-Fri 09:00-12:00; Mon-Fri 13:00-17:00",
    "Mon-Fri 9-1 & 2-5": "Mon-Fri 09:00-13:00; Mon-Fri 14:00-17:00",
    "930am-430pm": "09:30-16:30",
    "Mon 9-5\nTue 9-5\nWed 9-1": "Mon 09:00-17:00; Tue 09:00-17:00; Wed 09:00-13:00",
    "Monday\n9am - 5pm\nTuesday\n10am - 4pm": "Mon 09:00-17:00; Tue 10:00-16:00",
    # over midnight, round the clock, open at one end
    "24/7": "Mon-Sun 00:00-24:00",
    "24 hours a day, 365 days a year": "Mon-Sun 00:00-24:00",
    "24 hours a day, seven days a week": "Mon-Sun 00:00-24:00",
    "Open 24 hours": "00:00-24:00",
    "24hrs": "00:00-24:00",
    "Round the clock": "00:00-24:00",
    "Noon to midnight": "12:00-24:00",
    "midnight to 8am": "00:00-08:00",
    "6pm - 12am": "18:00-24:00",
    "Every evening from 4.30pm to 12.30am": "Mon-Sun 16:30-00:30",
    "out of hours: 5pm to 9am": "17:00-09:00",
    "5pm-9am": "17:00-09:00",
    "22:00-06:00": "22:00-06:00",
    "overnight 8pm to 8am": "20:00-08:00",
    "Nights 2pm-9am": "14:00-09:00",
    "Friday 5pm to Monday 9am": "Fri 17:00-Mon 09:00",
    "From 9am": "09:00-",
    "until 8pm": "-20:00",
    "6pm Thursdays": "Thu 18:00-",
    "9am onwards": "09:00-",
    # which weeks, which days, on what terms
    "every second Wednesday of the month": "Wed",
    "First Monday of each month, 10am-12pm": "Mon 10:00-12:00",
    "1st & 3rd Tuesday 10am–12pm": "Tue 10:00-12:00",
    "Alternate Thursdays 1.30-3.30pm": "Thu 13:30-15:30",
    "Mon-Fri 9-5 (closed bank holidays)": "Mon-Fri 09:00-17:00",
    "Mon-Fri 9am-5pm excluding bank holidays": "Mon-Fri 09:00-17:00",
    "Term time only, Mon-Fri 8.30-3.30": "Mon-Fri 08:30-15:30",
    "By appointment, Mon-Thu 9am-4pm": "Mon-Thu 09:00-16:00",
    "Closed Wednesdays": "Wed closed",
    "Mon-Fri 9-5, closed Weds": "Mon-Fri 09:00-17:00; Wed closed",
    "Sat-Sun: closed": "Sat-Sun closed",
    "Mon-Fri 9am-5pm, closed 12-1": "Mon-Fri 09:00-17:00; Mon-Fri 12:00-13:00 closed",
    "Fri-Mon 10am-4pm": "Mon,Fri-Sun 10:00-16:00",
    "Sunday to Thursday 7pm-10pm": "Mon-Thu,Sun 19:00-22:00",
    # with other words around
    "Mon-Fri, 9am to 5pm. Out of hours call 111": "Mon-Fri 09:00-17:00",
    "Phone line Mon-Fri 8am-8pm; clinic Mon-Fri 9am-5pm": "Mon-Fri 08:00-20:00; Mon-Fri 09:00-17:00",
    "Office hours are Monday to Friday 9am to 5pm": "Mon-Fri 09:00-17:00",
    "Reception 9-5": "09:00-17:00",
    "Call 0800 028 0077 between 9am and 9pm": "09:00-21:00",
    "Drop-in for ages 16-25, Tues 4-6pm": "Tue 16:00-18:00",
    "6 sessions of 50 minutes, Mon 10am-3pm": "Mon 10:00-15:00",
    "Mon-Fri 9-5, except Thursday 9-8": "Mon-Fri 09:00-17:00; Thu 09:00-20:00",
    # a second set, written before the reader saw it
    "Mon-Thurs: 8.45am - 5.15pm Fri: 8.45am - 4.45pm": "Mon-Thu 08:45-17:15; Fri 08:45-16:45",
    "Monday to Friday (excluding bank holidays) 9:00-17:00": "Mon-Fri 09:00-17:00",
    "9am-5pm Monday - Thursday & 9am-4.30pm on a Friday": "Mon-Thu 09:00-17:00; Fri 09:00-16:30",
    "Open every day of the year, 24hrs a day": "Mon-Sun 00:00-24:00",
    "We are open 365 days a year from 6pm to midnight": "Mon-Sun 18:00-24:00",
    "Monday - Friday 10.00 - 22.00. Saturday, Sunday 12.00 - 20.00": "Mon-Fri 10:00-22:00; Sat-Sun 12:00-20:00",
    "Lines open 9am-midnight, 365 days a year": "Mon-Sun 09:00-24:00",
    "12 noon – 10pm Monday to Friday, 6pm – 10pm weekends": "Mon-Fri 12:00-22:00; Sat-Sun 18:00-22:00",
    "Mon 1pm–9pm | Tue 9am–5pm | Wed closed": "Mon 13:00-21:00; Tue 09:00-17:00; Wed closed",
    "Drop in Tuesdays 3-5pm": "Tue 15:00-17:00",
    "Every Tuesday from 4pm": "Tue 16:00-",
    "Wed 9.30 – 12.30": "Wed 09:30-12:30",
    "Thursday 10.00-12.00 (term time)": "Thu 10:00-12:00",
    "Daily, 8am to 10pm": "Mon-Sun 08:00-22:00",
    "Mon/Tues/Thurs 9am-5pm, Wed 9am-7pm": "Mon-Tue,Thu 09:00-17:00; Wed 09:00-19:00",
    "0800 to 2000 hours": "08:00-20:00",
    "08:00hrs – 18:00hrs Monday to Friday": "Mon-Fri 08:00-18:00",
    "Weekday evenings 5pm–9pm and weekends 10am–6pm": "Mon-Fri 17:00-21:00; Sat-Sun 10:00-18:00",
    "1st Saturday of the month 10am-1pm": "Sat 10:00-13:00",
    "Last Friday of every month, 2pm": "Fri 14:00-",
    "Monday-Friday, 9 a.m.-5 p.m.": "Mon-Fri 09:00-17:00",
    "Mon - Fri: 09.00am to 17.00pm": "Mon-Fri 09:00-17:00",
    "10am – 3pm (Sat)": "Sat 10:00-15:00",
    "Open Mon–Fri. 9am–4pm": "Mon-Fri 09:00-16:00",
    "Saturdays between 10 and 1": "Sat 10:00-13:00",
    "Mondays (2pm-4pm) and Fridays (10am-12pm)": "Mon 14:00-16:00; Fri 10:00-12:00",
    "7pm–7am": "19:00-07:00",
    "Helpline: 3pm to midnight every day": "Mon-Sun 15:00-24:00",
    "Tues 12-1.30": "Tue 12:00-13:30",
    "Wed 11-1": "Wed 11:00-13:00",
    "Mon to Thur 8am till 6pm, Fri 8am till 5pm, closed 12.30-1.30 for lunch":
        "Mon-Thu 08:00-18:00; Fri 08:00-17:00; Fri 12:30-13:30 closed",
    "Office hours 9am-5pm Mon-Fri. Voicemail at all other times.": "Mon-Fri 09:00-17:00",
    "Available 4pm – 10pm, Monday to Friday and 10am – 10pm Saturday and Sunday":
        "Mon-Fri 16:00-22:00; Sat-Sun 10:00-22:00",
    "Tuesday: 9:00 – 12:30 & 13:30 – 17:00": "Tue 09:00-12:30; Tue 13:30-17:00",
    "2nd and 4th Thurs each month 5.30pm-7pm": "Thu 17:30-19:00",
    "Every other Monday, 18.00–19.30": "Mon 18:00-19:30",
    "Fortnightly Fridays 1pm": "Fri 13:00-",
    "9 till 5 Mon to Fri": "Mon-Fri 09:00-17:00",
    "Text line open 24/7": "Mon-Sun 00:00-24:00",
    "24-hour service, 7 days a week": "Mon-Sun 00:00-24:00",
    "Monday, Tuesday, Wednesday, Thursday, Friday 9am to 5pm": "Mon-Fri 09:00-17:00",
    "Mon & Wed: 10am - 2pm; Tues, Thurs, Fri: 12pm – 4pm": "Mon,Wed 10:00-14:00; Tue,Thu-Fri 12:00-16:00",
    "7 days, 9-9": "Mon-Sun 09:00-21:00",
    "Mon-Fri 9-5pm": "Mon-Fri 09:00-17:00",
    "Mon-Fri 0900 - 1700": "Mon-Fri 09:00-17:00",
    "9:00 AM to 5:00 PM": "09:00-17:00",
    "Wednesday 5pm-7pm online and Saturday 11am-1pm at the hub": "Wed 17:00-19:00; Sat 11:00-13:00",
    "School days 8.30am-3.30pm": "Mon-Fri 08:30-15:30",
}
"""What people type -> what it says; several statements have `; ` between them."""

NOTHING = (
    "", "Contact the service for opening times", "Varies", "see website", "See website for times", "TBC", "N/A", "-",
    "Varies by clinic", "Please ring for details on 01332 641 641", "As agreed with your worker", "Online", "Any",
    "Ask your PA", "Flexible", "0800 028 0077", "Text 85258", "Within 24 hours of referral", "Response in 48 hours",
    "6 to 8 sessions", "12 weeks", "Ages 16-25", "16-25 year olds", "£5-£9", "Weeks 5-9", "Years 7-11", "Rooms 5-9",
    "School nurse in Years 7 to 9", "2024-25", "Next course starts 14 January 2026", "Up to 5-9 places", "1:1 support",
    "Someday soon", "Birthdays and holidays", "Today", "5-9 minute walk from the bus station",
)  # fmt: skip
"""Words that name no day and no hour; none is at fault."""

TERMS = ("By appointment", "term time only", "evenings", "Closed bank holidays", "Out of hours", "school holidays")
"""Words that say when, without a day or an hour."""

FAULTY = {
    "25:00 to 26:00": ("impossible", ("25:00",)),
    "9.75am to 5pm": ("impossible", ("9.75am",)),
    "Mon-Fri 9:60am-5pm": ("impossible", ("9:60am",)),
    "Mon-Fri 9am-17pm": ("impossible", ("17pm",)),
    "10am-13am": ("impossible", ("13am",)),
    "Mon-Fri 24:30-06:00": ("impossible", ("24:30",)),
    "Mon 9am-5.95pm; Tue 9am-5pm": ("impossible", ("5.95pm",)),
    "9.5am-5pm": ("impossible", ("9.5am",)),
    "Mon-Fri 9am-5am": ("backwards", ("9am-5am",)),
    "Office open 10am to 4am": ("backwards", ("10am to 4am",)),
    "09:00-05:00": ("backwards", ("09:00-05:00",)),
    "5pm to 3pm": ("backwards", ("5pm to 3pm",)),
    "Mon-Fri 11am – 9am": ("backwards", ("11am – 9am",)),
    "9am-9am": ("same", ("9am-9am",)),
    "Sat 9am-12am": ("noon", ("9am-12am",)),
    "12am to 4pm": ("noon", ("12am to 4pm",)),
    "5-9": ("untold", ("5-9",)),
    "Mon-Fri 5-9": ("untold", ("5-9",)),
    "Tuesdays 6 to 8": ("untold", ("6 to 8",)),
    "Thurs 7-9": ("untold", ("7-9",)),
    "Mon 5.30-7.30": ("untold", ("5.30-7.30",)),
    "Mon-Fri 9am-5pm; Sat 6-8": ("untold", ("6-8",)),
    "Mon-Fri 9-5. Mon-Fri 9-4": ("contradicts", ("Mon-Fri 9-5", "Mon-Fri 9-4")),
    "Mon-Fri 9am-5pm\nMonday to Friday 9am-4pm": ("contradicts", ("Mon-Fri 9am-5pm", "Monday to Friday 9am-4pm")),
    "Mon 9-5, Tue 9-5, Mon 9-4": ("contradicts", ("Mon 9-5", "Mon 9-4")),
    "24/7; Mon-Fri 9-5": ("contradicts", ("24/7", "Mon-Fri 9-5")),
    "Open 24/7. Monday to Friday 9am to 5pm": ("contradicts", ("24/7", "Monday to Friday 9am to 5pm")),
    "Mon-Mon 9-5": ("nowhere", ("Mon-Mon",)),
    "Monday to Monday": ("nowhere", ("Monday to Monday",)),
    "Fri - Friday 10am-4pm": ("nowhere", ("Fri - Friday",)),
    "Wendesday 9-5": ("misspelt", ("Wendesday",)),
    "Monday to Firday 9am-5pm": ("misspelt", ("Firday",)),
    "Tuseday & Thursday 10-12": ("misspelt", ("Tuseday",)),
    "Saterdays 10-2": ("misspelt", ("Saterdays",)),
    "Mon, Wensday, Fri 9-12": ("misspelt", ("Wensday",)),
    "Thrusday 1pm-4pm": ("misspelt", ("Thrusday",)),
    "Mondya 9am": ("misspelt", ("Mondya",)),
    "Mon-Fir 9am-5pm": ("misspelt", ("Fir",)),
    "2026-05-09": ("day", ("2026-05-09",)),
    "09/05/2026": ("day", ("09/05/2026",)),
    "09-May": ("day", ("09-May",)),
    "Mon-Fri 9am-5am (office)": ("backwards", ("9am-5am",)),
    "Weds 13pm-2pm": ("impossible", ("13pm",)),
    "Mon–Fri 8:75am–4pm": ("impossible", ("8:75am",)),
    "Tuesday and Thursady 10am-12pm": ("misspelt", ("Thursady",)),
    "Friday 6 - 8": ("untold", ("6 - 8",)),
    "Open 26:00 to 28:00": ("impossible", ("26:00",)),
    "Sunday - Sunday 10-4": ("nowhere", ("Sunday - Sunday",)),
    "Sat 9am–12am": ("noon", ("9am–12am",)),
    "Mon-Fri 10am-5pm, Mon-Fri 10am-6pm": ("contradicts", ("Mon-Fri 10am-5pm", "Mon-Fri 10am-6pm")),
    "9am - 6am Monday to Friday": ("backwards", ("9am - 6am",)),
    "Satruday 9-12": ("misspelt", ("Satruday",)),
    "Mon-Fri 5.30 to 9.30": ("untold", ("5.30 to 9.30",)),
    "Mon-Fri: 24/7, Mon-Fri 9-5": ("contradicts", ("24/7", "Mon-Fri 9-5")),
    "Wednesday 4pm-2pm": ("backwards", ("4pm-2pm",)),
    "Monday to Friday 9am to 5.00am": ("backwards", ("9am to 5.00am",)),
    "From 9.70am": ("impossible", ("9.70am",)),
}
"""What people type by mistake -> what is at fault, and the words in which it is."""

FINE = (
    "Mon-Fri 9am-5pm, Mon-Fri 6pm-8pm", "Term time: Mon-Fri 9-5. Holidays: Mon-Fri 10-4",
    "Summer: Mon-Fri 9-6\nWinter: Mon-Fri 9-4", "Week 1 Mon 9-5, week 2 Mon 9-4", "First Monday 9-5, second Monday 9-4",
    "Office Mon-Fri 9-5, helpline Mon-Fri 9-9", "Mon-Fri 9am-5pm, Thursday 9am-8pm", "Mon 9-5, Mon 9-5",
    "24/7 text line. Advisers: Mon-Fri 9-5", "Helpline 24/7; office Mon-Fri 9am-5pm",
    "Mon-Fri 9am-5pm (Mon-Fri 9am-4pm in August)", "Mon-Fri 9-5 (phones); Mon-Fri 9-4 (visits)",
    "24 hours a day Monday to Friday", "Sundry times", "Fridge open 24/7",
    "Mon 9am-9pm by phone, Mon 10am-4pm in person",
    "Duty desk 2pm-10am overnight", "Saturday to Friday 9-5", "Good Friday closed", "9am-12pm", "12pm-1pm", "12-2",
    "Boxing Day closed", "Weekday and weekend clinics", "Workdays 9-5", "Mon-Fri 9-5 Payday loans advice",
    "Ring to book. Clinics run in most towns.", "10 sessions over 12 weeks",
    "Up to 6 weeks, once a week for 1-2 hours", "Sessions last 45-60 minutes", "Ages 11 to 25, Mon-Fri 3-6pm",
    "Aged 5-9 and 10-16", "Call 111 option 2", "Mon - Fri 9-5, Text 07700 900123", "Open 364 days a year",
    "Held at 5-9 High Street, Mon 10-12", "Each group has 6-8 members", "The clinic runs from 5 to 9 December",
    "See timetable (5-9 pages)", "Groups for 7-11s and 12-16s", "Open during school term Mon-Fri 8-4, holidays 9-3",
    "Mon-Thu 9-5, Mon-Fri 9-1 in August", "24/7 by text, 9am-5pm by phone",
    "Monday to Friday 9am-5pm in Derby; Monday to Friday 10am-4pm in Chesterfield",
    "Assessment within 4 weeks, 24 hours for urgent", "Sat nav DE1 2QY", "On Friday nights, 8pm-2am",
    "Fri & Sat 10pm–4am", "Duty worker 5pm–8.30am weekdays, 24 hours weekends", "Out of hours (5pm – 8:45am)",
    "Mon 9am - Tue 9am", "Wed 12pm-12am", "Doors 7, band 8-10", "£3.50-£9", "3:1 staffing", "18+ only",
    "Appointments 20-30 mins", "Bus 5-9 stops outside", "From September 2026, Thursdays 4-6pm", "1-1 sessions",
    "1 to 1 support Mon 9-5", "Mon-Fri 8am-8pm, Sat & Sun 8am-4pm, Bank Holidays 8am-4pm",
    "Weekly on Tuesday or Thursday", "2 x Monday 9-5", "Mon to Wed 9-5, Wed to Fri 9-4", "Tue 7-9 yr olds",
    "Thurs 16-18 yrs 4pm-6pm, 18-25 yrs 6pm-8pm", "Mon-Fri 9am - 8pm\nSat-Sun 10am - 4pm\nBank holidays 10am - 2pm",
    "8.30am – 6.30pm Mon to Fri, with late opening to 8pm on Wednesday",
)  # fmt: skip
"""Odd to look at, and nothing that can be called wrong."""


def read(text: str) -> Reading:
    """A text, read with the shipped words."""
    return READER(text)


def said(reading: Reading) -> str:
    """What was read, in one line."""
    return "; ".join(map(str, reading.spells))


def told(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    """What is at fault."""
    return [(fault.kind.value, fault.words) for fault in reading.faults]


@pytest.mark.parametrize(("text", "means"), READ.items())
def test_what_people_type_is_read(text: str, means: str) -> None:
    """The days and the hours, whatever the dashes, dots, capitals and order."""
    reading = read(text)
    assert said(reading) == means
    assert reading.faults == ()
    assert reading.is_read
    assert reading.why == ""


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_name_no_time_are_not_at_fault(text: str) -> None:
    """They are not read, for they name no day and no hour; ages, prices, numbers and weeks are none."""
    reading = read(text)
    assert (said(reading), reading.faults, reading.terms) == ("", (), ())
    assert not reading.is_read
    assert reading.why == "names no day and no hour"


@pytest.mark.parametrize("text", TERMS)
def test_words_that_say_when_without_an_hour_are_read(text: str) -> None:
    """Somebody can act on them."""
    reading = read(text)
    assert (said(reading), reading.faults) == ("", ())
    assert reading.terms
    assert reading.is_read


@pytest.mark.parametrize(("text", "fault"), FAULTY.items())
def test_what_cannot_be_meant_is_told_with_its_words(text: str, fault: tuple[str, tuple[str, ...]]) -> None:
    """Why it cannot be read, in the text's own words."""
    reading = read(text)
    assert told(reading) == [fault]
    assert not reading.is_read
    assert all(f"“{words}”" in reading.why for words in fault[1])


@pytest.mark.parametrize("text", FINE)
def test_what_looks_odd_and_is_not_wrong_is_left_alone(text: str) -> None:
    """Other weeks, other ways in, other seasons; a day with hours of its own is no contradiction."""
    assert read(text).faults == ()


def test_every_row_of_the_table_is_whole() -> None:
    """A word, a kind that is known, what it means where the kind asks for that, a source and the day of the look."""
    for row in WORDS:
        assert row["word"] == row["word"].strip().casefold(), row
        assert row["kind"] in KINDS.keys() | set(SINGLE), row
        assert row["source"], row
        assert date.fromisoformat(row["checked_on"]), row
        if row["kind"] in {"day", "days", "slip", "all week"}:
            assert set(row["means"].partition(" ")[0].split("-")) <= set(DAYS), row
    assert len({(row["word"], row["kind"]) for row in WORDS}) == len(WORDS)


PIECES = st.sampled_from([
    *(row["word"] for row in WORDS), *"-–&,;:.()/\n£²٣", "9", "12", "25:00", "9.75am", "5pm", "0900"])  # fmt: skip


@settings(derandomize=True, max_examples=200, deadline=None)
@given(pieces=st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=15))
def test_nothing_that_is_typed_stops_the_reading(pieces: list[tuple[str, str]]) -> None:
    """Whatever stands beside whatever, there is a reading, and a reason where it cannot be read."""
    reading = read("".join(word + space for word, space in pieces))
    assert reading.is_read == (reading.why == "")
    assert said(reading) == "; ".join(filter(None, map(str, reading.spells)))


@pytest.mark.parametrize("piece", ["9", "9 ", "- ", "Mon ", "Mon 9-5;", "24/7 ", "(", "half ", "9am-5am, "])
def test_a_cell_that_is_filled_to_its_brim_is_read_in_a_moment(piece: str) -> None:
    """Only its beginning is read: no opening hours are that long."""
    full = piece * (32_000 // len(piece))
    assert read(full) == read(full[:LONGEST])


def test_without_words_only_times_are_read() -> None:
    """An empty table knows no day."""
    assert said(hours_reader(())("Mon 9am-5pm")) == "09:00-17:00"
