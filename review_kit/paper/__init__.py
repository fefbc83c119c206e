"""Paper for a forum's meeting: a sheet to fill in by hand, a pack to read before it, slips to cut and hand out.

Each is one HTML page that stands alone, to be printed from a browser. Nothing here knows who anybody is.
"""

from review_kit.paper.pack import meeting_pack
from review_kit.paper.sheet import session_sheet
from review_kit.paper.since import Since, since
from review_kit.paper.slips import slips_page

__all__ = ["Since", "meeting_pack", "session_sheet", "since", "slips_page"]
