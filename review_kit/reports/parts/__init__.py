"""The parts of a report that people read, as plain records: one module a part, whatever the format prints them."""
