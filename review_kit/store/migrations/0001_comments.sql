-- What young people said, and nothing of who they are.
-- `number` is never given twice, also after a comment is removed; `id` is made by chance, for every laptop.
CREATE TABLE comment (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  service_key TEXT NOT NULL,
  service TEXT NOT NULL,
  said TEXT NOT NULL CHECK (said <> ''),
  recorded_on TEXT NOT NULL
) STRICT;
