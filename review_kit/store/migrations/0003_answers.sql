-- What people heard: who answered a number that was rung, and what a provider said of its entry. An answer is undone, never
-- deleted. `about` is the contact, normalised; empty for the whole entry. `asked` is a mark of the entry's words then.
CREATE TABLE answer (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  service_key TEXT NOT NULL,
  about TEXT NOT NULL,
  way TEXT NOT NULL,
  says TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  heard_on TEXT NOT NULL,
  service TEXT NOT NULL,
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  contract_ends TEXT NOT NULL,
  asked TEXT NOT NULL,
  undone_on TEXT NOT NULL DEFAULT ''
) STRICT;
-- The messages by which providers are asked to confirm. `addresses` and `service_keys` are JSON lists.
CREATE TABLE request (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL,
  addresses TEXT NOT NULL,
  service_keys TEXT NOT NULL,
  made_on TEXT NOT NULL,
  reply_by TEXT NOT NULL,
  who TEXT NOT NULL,
  sent_on TEXT NOT NULL DEFAULT '',
  reminded_on TEXT NOT NULL DEFAULT '',
  dropped_on TEXT NOT NULL DEFAULT ''
) STRICT;
