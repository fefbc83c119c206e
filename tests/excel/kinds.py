"""One workbook of each kind that a writer may meet."""

from .packages import HEAD, MAIN, SPREADSHEET, Made, prefix_all, row

SIMPLE_ROWS = "".join((
    row(1, "Section", "Area of support", "Provider"),
    row(2, "Mental health", "Kooth", "https://kooth.example"),
    row(3, "Housing", "Keys", "Home &amp; away"),
))
TABLE = (
    f'{HEAD}<table xmlns="{MAIN}" id="1" name="Offer" displayName="Offer" ref="A1:C3"><autoFilter ref="A1:C3"/>'
    '<tableColumns count="3"><tableColumn id="1" name="Section"/><tableColumn id="2" name="Area of support"/>'
    '<tableColumn id="5" name="Provider"/></tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>'
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<cp:lastModifiedBy>Jo</cp:lastModifiedBy>"
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)
CORE_REL = ("rId9", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml", False)
X14 = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/'
    'excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1>'
    "<xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def _simple() -> Made:
    return Made(SIMPLE_ROWS, before='<dimension ref="A1:C3"/>')


def _table() -> Made:
    return Made(
        SIMPLE_ROWS, after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        rels=[("rId1", "table", "../tables/table1.xml", False)], parts={"xl/tables/table1.xml": TABLE},
        types={"/xl/tables/table1.xml": f"{SPREADSHEET}.table+xml"},
    )


def _implied() -> Made:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = (("Section", "Area of support", "Provider"), ("Mental health", "Kooth", "https://kooth.example"),
            ("Housing", "Keys", "Home &amp; away"))
    return Made("".join(f"<row>{''.join(cell.format(text) for text in texts)}</row>" for texts in rows))


def _shared_formulas() -> Made:
    extra = (
        '<row r="4" spans="1:5"><c r="D4"><f t="shared" ref="D4:D5" si="0">1+1</f><v>2</v></c>'
        '<c r="E4"><v>7</v></c></row>'
        '<row r="5"><c r="D5"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    return Made(SIMPLE_ROWS + extra, book_after='<calcPr calcId="191029"/>')


def _rich() -> Made:
    strings = (
        '<si><t>Section</t></si><si><r><t xml:space="preserve">Area </t></r>'
        '<r><rPr><b/></rPr><t xml:space="preserve">of support</t></r>'
        '<rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t>Provider</t></si><si><t>a_x000D_\nb_x005F_x0041_</t></si>'
    )
    rows = (
        '<row r="1" ht="30"><c r="A1" s="4" t="s"><v>0</v></c><c r="B1" s="4" t="s"><v>1</v></c>'
        '<c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="s"><v>3</v></c></row>'
    )
    return Made(rows + SIMPLE_ROWS[SIMPLE_ROWS.index('<row r="3"'):], strings=strings)


def _odd_parts() -> Made:
    return Made(
        SIMPLE_ROWS,
        after='<dataValidations count="1"><dataValidation type="list" sqref="A2:A9"><formula1>"a,b"</formula1>'
        f'</dataValidation></dataValidations><drawing r:id="rId1"/>{X14}',
        rels=[("rId1", "drawing", "../drawings/drawing1.xml", False),
              ("rId2", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
               "../threadedComments/threadedComment1.xml", False)],
        parts={
            "xl/drawings/drawing1.xml": f"{HEAD}<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/"
                                        'spreadsheetDrawing"/>',
            "xl/threadedComments/threadedComment1.xml": f'{HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/'
                                                        'office/spreadsheetml/2018/threadedcomments"/>',
            "docMetadata/LabelInfo.xml": f'{HEAD}<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/'
                                         'mipLabelMetadata"/>',
            "docProps/core.xml": CORE,
        },
        types={"/xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml"},
        others={"Lists": row(1, "yes")}, root_rels=[CORE_REL],
    )


def _prefixed() -> Made:
    made = _simple()
    return Made(SIMPLE_ROWS, parts={"xl/worksheets/sheet1.xml": prefix_all(made.worksheet(SIMPLE_ROWS))})


def _utf16() -> Made:
    xml = _simple().worksheet(SIMPLE_ROWS).replace("UTF-8", "UTF-16")
    return Made(SIMPLE_ROWS, parts={"xl/worksheets/sheet1.xml": xml.encode("utf-16")})


def _utf16_without_mark() -> Made:
    xml = _simple().worksheet(SIMPLE_ROWS).replace("UTF-8", "UTF-16")
    return Made(SIMPLE_ROWS, parts={"xl/worksheets/sheet1.xml": xml.encode("utf-16-be")})


KINDS: dict[str, Made] = {
    "simple": _simple(),
    "strict": Made(SIMPLE_ROWS, strict=True),
    "prefixed": _prefixed(),
    "utf16": _utf16(),
    "utf16 without mark": _utf16_without_mark(),
    "implied places": _implied(),
    "table": _table(),
    "shared formulas": _shared_formulas(),
    "rich text": _rich(),
    "drawing, drop-downs, label, threaded comments": _odd_parts(),
    "merges": Made(
        SIMPLE_ROWS, after='<mergeCells count="2"><mergeCell ref="A5:C5"/><mergeCell ref="A7:F9"/></mergeCells>',
    ),
    "closed rows": Made(row(1, "Section") + '<row r="2" ht="20"/><row r="9" spans="1:3"/>'),
    "no rows": Made(""),
    "since 1904": Made(SIMPLE_ROWS, book_before='<workbookPr date1904="1"/>'),
    "laid out in lines": Made(SIMPLE_ROWS.replace("><", ">\n    <")),
    "byte order mark": Made(SIMPLE_ROWS, parts={
        "xl/worksheets/sheet1.xml": b"\xef\xbb\xbf" + _simple().worksheet(SIMPLE_ROWS).encode(),
    }),
}
"""One of each kind of workbook that a writer may meet."""
