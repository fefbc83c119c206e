-- The mark of each entry's words as they were asked about, in the order of `service_keys`; empty where an older kit asked.
ALTER TABLE request ADD COLUMN asked TEXT NOT NULL DEFAULT '[]';
