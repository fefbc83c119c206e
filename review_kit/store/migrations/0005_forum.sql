-- What forums said. A session says nothing of who was there but how many, in a band.
CREATE TABLE forum_session (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  held_on TEXT NOT NULL,
  forum TEXT NOT NULL,
  role TEXT NOT NULL,
  present TEXT NOT NULL,
  consent TEXT NOT NULL,
  audience TEXT NOT NULL,
  answer_by TEXT NOT NULL,
  code TEXT NOT NULL,
  closed_on TEXT NOT NULL DEFAULT '',
  edit INTEGER NOT NULL
) STRICT;
-- One view a row, drafts too. `barriers` is a JSON list. `session` is empty for a comment of before there were sessions.
CREATE TABLE forum_view (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL,
  about TEXT NOT NULL,
  about_key TEXT NOT NULL,
  title TEXT NOT NULL,
  helped TEXT NOT NULL,
  said TEXT NOT NULL,
  better TEXT NOT NULL,
  delivery TEXT NOT NULL,
  barriers TEXT NOT NULL,
  consent TEXT NOT NULL,
  code TEXT NOT NULL,
  recorded_on TEXT NOT NULL,
  theme TEXT NOT NULL,
  draft INTEGER NOT NULL,
  stopped INTEGER NOT NULL,
  edit INTEGER NOT NULL
) STRICT;
INSERT INTO forum_view (id, session, about, about_key, title, helped, said, better, delivery, barriers, consent, code,
                        recorded_on, theme, draft, stopped, edit)
  SELECT id, '', 'service', service_key, service, '', said, '', '', '[]', 'in a summary only', '', recorded_on, '', 0, 0, 1
  FROM comment ORDER BY number;
DROP TABLE comment;
-- The digests of slips that were handed out, so that a code typed wrongly is noticed.
CREATE TABLE slip (
  code TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  label INTEGER NOT NULL
) STRICT;
-- What is answered to a theme.
CREATE TABLE response (
  theme TEXT PRIMARY KEY,
  audience TEXT NOT NULL,
  done TEXT NOT NULL,
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  by_on TEXT NOT NULL,
  edit INTEGER NOT NULL
) STRICT;
-- Digests of what was removed for good: a merge does not bring it back.
CREATE TABLE tombstone (
  mark TEXT PRIMARY KEY,
  withdrawn_on TEXT NOT NULL
) STRICT;
-- When the safeguarding procedure was followed; nothing else, and not in which session.
CREATE TABLE followed (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  followed_at TEXT NOT NULL
) STRICT;
-- Files that the kit wrote and that hold views, so that a withdrawal reaches them.
CREATE TABLE written (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  written_on TEXT NOT NULL
) STRICT;
