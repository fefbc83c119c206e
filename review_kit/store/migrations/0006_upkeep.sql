-- One row. `changes` counts what was kept, so that an open page sees that another window kept something. `to_scour` is 1
-- from the moment that words are removed until the store was written anew without their bytes, also over a power cut:
-- words that an older kit removed or moved may have left some.
CREATE TABLE upkeep (
  changes INTEGER NOT NULL,
  to_scour INTEGER NOT NULL
) STRICT;
INSERT INTO upkeep (changes, to_scour) SELECT 0, CASE WHEN EXISTS (SELECT 1 FROM forum_view) THEN 1 ELSE 0 END;
