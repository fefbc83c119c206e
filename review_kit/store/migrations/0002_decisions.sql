-- What the lead decided about findings: with who (a role), when, and what was seen. A decision is undone, never deleted.
-- `basis` is a JSON list of [name, value]: what the decision rests on, and with which it lapses.
CREATE TABLE decision (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  service_key TEXT NOT NULL,
  check_name TEXT NOT NULL,
  about TEXT NOT NULL,
  action TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  decided_on TEXT NOT NULL,
  service TEXT NOT NULL,
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  seen TEXT NOT NULL,
  evidence TEXT NOT NULL,
  basis TEXT NOT NULL,
  undone_on TEXT NOT NULL DEFAULT ''
) STRICT;
-- Services that somebody missed in the offer: the five published columns.
CREATE TABLE candidate (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  section TEXT NOT NULL,
  area TEXT NOT NULL CHECK (area <> ''),
  provider TEXT NOT NULL,
  frequency TEXT NOT NULL,
  impact TEXT NOT NULL,
  noted_on TEXT NOT NULL,
  who TEXT NOT NULL,
  wanted INTEGER NOT NULL
) STRICT;
-- Small things that are asked once, such as the role in which the lead decides.
CREATE TABLE remembered (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
