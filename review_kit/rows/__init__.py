"""One row of the sheet -> a service, with its links, phones and e-mails, each with its cell."""

from review_kit.rows.added import key_for, with_candidates
from review_kit.rows.addresses import host_of, normalised, same_address
from review_kit.rows.cell_reading import find_contacts, read_cell
from review_kit.rows.links import find_links
from review_kit.rows.read import read_register

__all__ = [
    "find_contacts", "find_links", "host_of", "key_for", "normalised", "read_cell", "read_register", "same_address",
    "with_candidates",
]  # fmt: skip
