"""Makes the three example workbooks in resources/examples anew: the same bytes each time.

The texts are dealt from the TOML files in packaging/examples by a seeded generator.
Takes the folder to write to; without one, resources/examples.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import random
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "resources" / "examples"
MADE = dt.datetime(2026, 11, 2, 9, 0)  # noqa: DTZ001 - Excel's times have no zone
ACCENT = "#b4552d"
FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
LEGAL_FORMS = {"gmbh", "ltd", "plc", "llc", "inc", "sas", "sarl", "the", "company", "and", "gebr"}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}

Row = tuple[Any, ...]
"""Cells of a row; a formula is a pair of its text and its value."""


def main(folder: Path) -> None:
    """Write all three."""
    folder.mkdir(parents=True, exist_ok=True)
    make_companies(folder / "companies.xlsx")
    make_products(folder / "products.xlsx")
    make_contracts(folder / "contracts.xlsx")


def _texts(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / "examples" / f"{name}.toml").read_text(encoding="utf-8"))


def _workbook(path: Path, title: str) -> Any:
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    book.set_properties(
        {"title": title, "author": "Batchsheet", "comments": "All names are invented.", "created": MADE}
    )
    book.formats[0].set_font_name("Calibri")
    return book


def _lines(text: str | None, width: int) -> int:
    """Lines that a wrapped cell of that many letters needs."""
    return sum(1 + len(line) // width for line in (text or "").split("\n"))


def _print_setup(sheet: Any, header_row: int) -> None:
    """As wide as the paper, the header on every page."""
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header_row)


def _day(deal: random.Random, first: dt.date, last: dt.date) -> dt.date:
    return first + dt.timedelta(days=deal.randrange((last - first).days))


def _maybe(deal: random.Random, chance: float, value: Any) -> Any:
    """The value as often as ``chance`` says, else a blank."""
    return value if deal.random() < chance else None


def _with_repeats(deal: random.Random, rows: list[Row], repeats: int) -> list[Row]:
    """The rows with some of them standing a second time further down, as happens when lists are joined."""
    rows = list(rows)
    for row in deal.sample(rows, repeats):
        rows.insert(deal.randrange(rows.index(row) + 1, len(rows) + 1), row)
    return rows


def _with_blank_rows(rows: Sequence[Row], after: set[int]) -> Iterator[Row]:
    for number, row in enumerate(rows, 1):
        yield row
        if number in after:
            yield ()


def _write(sheet: Any, top: int, rows: Sequence[Row], formats: Sequence[Any], heights: Sequence[int] = ()) -> None:
    """Rows from ``top`` on; ``heights`` are in lines."""
    for number, lines in enumerate(heights, top):
        sheet.set_row(number, 15 * lines)
    for number, row in enumerate(rows, top):
        for column, (value, form) in enumerate(zip(row, formats, strict=False)):
            if isinstance(value, tuple):
                sheet.write_formula(number, column, value[0].format(row=number + 1), form, value[1])
            elif isinstance(value, dt.date):
                sheet.write_datetime(number, column, value, form)
            elif isinstance(value, str):
                sheet.write_string(number, column, value, form)
            elif value is not None:
                sheet.write_number(number, column, value, form)


# --- companies to enrich ---------------------------------------------------------------------


def make_companies(path: Path, count: int = 348) -> None:
    """A list with two lines of title above the header, notes in six languages, blanks, and rows that stand twice."""
    texts = _texts("companies")
    deal = random.Random("companies")
    rows = _with_repeats(deal, list(itertools.islice(_companies(deal, texts), count)), 12)
    rows = list(_with_blank_rows(rows, {119, 240}))

    book = _workbook(path, texts["title"])
    sheet = book.add_worksheet("Visitors")
    plain, wrapped = book.add_format(FONT), book.add_format(FONT | {"text_wrap": True})
    year = book.add_format(FONT | {"num_format": "0", "align": "left"})
    number = book.add_format(FONT | {"num_format": "#,##0"})
    money = book.add_format(FONT | {"num_format": '#,##0.0 "m €"'})
    day = book.add_format(FONT | {"num_format": "dd/mm/yyyy", "align": "left"})
    head = book.add_format(FONT | {"bold": True, "font_color": "#ffffff", "bg_color": ACCENT, "text_wrap": True})

    sheet.write_string(
        0, 0, texts["title"], book.add_format(FONT | {"bold": True, "font_size": 16, "font_color": ACCENT})
    )
    sheet.write_string(1, 0, texts["subtitle"], book.add_format(FONT | {"italic": True, "font_color": "#6b6963"}))
    headers = ("Company", "Country", "City", "Website", "Founded", "Employees", "Revenue", "What they told us")
    for column, name in enumerate((*headers, "Met on", "Source", "Our person")):
        sheet.write_string(3, column, name, head)
    for column, width in enumerate((34, 15, 18, 30, 9, 11, 12, 70, 12, 18, 15)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(4, 1)
    _print_setup(sheet, 3)
    formats = (plain, plain, plain, plain, year, number, money, wrapped, day, plain, plain)
    _write(sheet, 4, rows, formats, [_lines(row[7], 72) if row else 1 for row in rows])
    sheet.set_row(0, 24)
    sheet.autofilter(3, 0, 3 + len(rows), len(formats) - 1)
    _companies_by_country(book, rows)
    book.close()


def _companies(deal: random.Random, texts: dict[str, Any]) -> Iterator[Row]:
    countries = texts["countries"]
    taken: set[str] = set()
    while True:
        country = deal.choices(countries, [each["weight"] for each in countries])[0]
        trade = deal.choice(texts["trades"])
        note = _foreign_note(deal, texts, country["language"])
        # Those notes say their own trade, so the name says none.
        forms = [form for form in country["forms"] if not note or "{word}" not in form]
        name = deal.choice(forms).format(root=deal.choice(country["roots"]), word=trade["word"])
        if name in taken:
            # Shared names are told apart as firms do it: by their town.
            name = f"{name}, {deal.choice(country['cities'])}"
        if name in taken:
            continue
        taken.add(name)
        fewest, most = trade["employees"]
        size = round(deal.triangular(fewest, most, fewest * 2))
        yield (
            name,
            country["code"],
            _maybe(deal, 0.94, deal.choice(country["cities"])),
            _maybe(deal, 0.8, _website(deal, name, country["code"])),
            _maybe(deal, 0.75, deal.choice((deal.randint(1868, 1990), deal.randint(1975, 2024)))),
            _maybe(deal, 0.82, size),
            _maybe(deal, 0.55, round(size * deal.uniform(0.07, 0.32), 1)),
            note or _note(deal, texts, trade),
            _day(deal, dt.date(2026, 3, 17), dt.date(2026, 3, 21)),
            deal.choice(texts["sources"]),
            _maybe(deal, 0.97, deal.choice(texts["reps"])),
        )


def _foreign_note(deal: random.Random, texts: dict[str, Any], language: str) -> str | None:
    """One of the notes in the country's own language, each of which is used once."""
    left = texts["foreign"].get(language)
    return str(left.pop(deal.randrange(len(left)))) if left and deal.random() < 0.3 else None


def _note(deal: random.Random, texts: dict[str, Any], trade: dict[str, Any]) -> str | None:
    says = deal.random()
    if says < 0.05:
        return None
    if says < 0.1:
        return str(deal.choice(texts["asides"]))
    parts = [deal.choice(trade["does"])]
    parts += deal.sample(texts["wants"], deal.choices((0, 1, 2), (2, 5, 2))[0])
    parts += deal.sample(texts["asides"], deal.choices((0, 1), (3, 2))[0])
    if deal.random() < 0.15:
        # Typed on a telephone.
        return " ".join(parts).lower().replace(".", "")
    return ("\n" if deal.random() < 0.12 else " ").join(parts)


def _website(deal: random.Random, name: str, country: str) -> str:
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]{3,}", latin) if word not in LEGAL_FORMS][:2] or [
        re.sub(r"\W+", "", country.lower())[:8],
        str(deal.randint(10, 99)),
    ]
    return deal.choice(("www.{}.example", "https://{}.example/", "{}.example")).format("-".join(words))


def _companies_by_country(book: Any, rows: Sequence[Row]) -> None:
    """A second sheet that counts on the first, as the analyst before left it."""
    sheet = book.add_worksheet("Summary")
    bold, plain = book.add_format(FONT | {"bold": True}), book.add_format(FONT)
    sheet.set_column(0, 0, 24)
    sheet.write_row(0, 0, ["Country", "Companies"], bold)
    countries = sorted({row[1] for row in rows if row})
    for number, country in enumerate(countries, 1):
        sheet.write_string(number, 0, country, plain)
        value = sum(1 for row in rows if row and row[1] == country)
        sheet.write_formula(number, 1, f"=COUNTIF(Visitors!$B$5:$B${len(rows) + 4},A{number + 1})", plain, value)


# --- product copy ----------------------------------------------------------------------------


def make_products(path: Path, count: int = 312) -> None:
    """A catalogue as a table object, with formulas, prices, a frozen header, and a chart on a second sheet."""
    texts = _texts("products")
    deal = random.Random("products")
    rows = _with_repeats(deal, list(itertools.islice(_products(deal, texts), count)), 8)

    book = _workbook(path, "Catalogue, autumn")
    sheet = book.add_worksheet("SKUs")
    plain, wrapped = book.add_format(FONT), book.add_format(FONT | {"text_wrap": True})
    head = book.add_format(FONT | {"bold": True})
    euro = book.add_format(FONT | {"num_format": '#,##0.00 "€"'})
    share = book.add_format(FONT | {"num_format": "0%"})
    whole = book.add_format(FONT | {"num_format": "#,##0"})
    day = book.add_format(FONT | {"num_format": "mmm yyyy", "align": "left"})
    columns = (
        ("SKU", 9, plain),
        ("Product name", 30, plain),
        ("Category", 19, plain),
        ("Material", 28, plain),
        ("Colour", 13, plain),
        ("Size (cm)", 16, plain),
        ("Features", 58, wrapped),
        ("Price", 11, euro),
        ("Cost", 11, euro),
        ("Margin", 9, share),
        ("In stock", 10, whole),
        ("Launched", 12, day),
        ("Supplier", 22, plain),
        ("Old description", 34, plain),
    )
    for number, (_name, width, _form) in enumerate(columns):
        sheet.set_column(number, number, width)
    _write(sheet, 1, rows, [form for _name, _width, form in columns], [_lines(row[6], 60) for row in rows])
    sheet.add_table(
        0,
        0,
        len(rows),
        len(columns) - 1,
        {
            "name": "Catalogue",
            "style": "Table Style Medium 3",
            "columns": [{"header": name, "header_format": head} for name, *_ in columns],
        },
    )
    sheet.freeze_panes(1, 2)
    _print_setup(sheet, 0)
    _products_chart(book, texts, rows)
    book.close()


def _products(deal: random.Random, texts: dict[str, Any]) -> Iterator[Row]:
    for sku in itertools.count(410):
        category = deal.choice(texts["categories"])
        thing, (low, high), materials, sizes, own_features = deal.choice(category["things"])
        price = round(deal.triangular(low, high, low + (high - low) / 4)) - deal.choice((0, 0.05, 0.1, 0.5))
        cost = round(price * deal.uniform(0.28, 0.61), 2)
        features = deal.sample(own_features, min(len(own_features), deal.randint(0, 3)))
        features += deal.sample(category["features"], deal.randint(0, 2))
        yield (
            f"{sku * 7:06d}",
            f"{deal.choice(texts['collections'])} {thing}",
            category["name"],
            _maybe(deal, 0.93, deal.choice(materials)),
            _maybe(deal, 0.9, deal.choice(texts["colours"])),
            _maybe(deal, 0.88, deal.choice(sizes)),
            "; ".join(features) or None,
            price,
            cost,
            ("=(H{row}-I{row})/H{row}", (price - cost) / price),
            _maybe(deal, 0.95, deal.choice((0, deal.randint(1, 60), deal.randint(40, 1800)))),
            _day(deal, dt.date(2017, 2, 1), dt.date(2026, 10, 1)),
            deal.choice(texts["suppliers"]),
            _maybe(deal, 0.3, deal.choice(texts["old_descriptions"])),
        )


def _products_chart(book: Any, texts: dict[str, Any], rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet("Overview")
    bold, plain = book.add_format(FONT | {"bold": True}), book.add_format(FONT)
    euro = book.add_format(FONT | {"num_format": '#,##0.00 "€"'})
    sheet.set_column(0, 2, 20)
    _print_setup(sheet, 0)
    sheet.write_row(0, 0, ["Category", "Products", "Average price"], bold)
    names = [category["name"] for category in texts["categories"]]
    for number, name in enumerate(names, 1):
        prices = [row[7] for row in rows if row[2] == name]
        sheet.write_string(number, 0, name, plain)
        sheet.write_formula(number, 1, f"=COUNTIF(SKUs!$C:$C,A{number + 1})", plain, len(prices))
        average = math.fsum(prices) / len(prices)  # the same on every Python, as sum is not
        sheet.write_formula(number, 2, f"=AVERAGEIF(SKUs!$C:$C,A{number + 1},SKUs!$H:$H)", euro, average)
    chart = book.add_chart({"type": "bar"})
    last = len(names)
    chart.add_series(
        {
            "name": "Products",
            "categories": ["Overview", 1, 0, last, 0],
            "values": ["Overview", 1, 1, last, 1],
            "fill": {"color": ACCENT},
        }
    )
    chart.set_title({"name": "Products by category"})
    chart.set_legend({"none": True})
    chart.set_size({"width": 620, "height": 380})
    sheet.insert_chart("E2", chart)


# --- documents to sort -----------------------------------------------------------------------


def make_contracts(path: Path, count: int = 236) -> None:
    """A row for each scanned contract, with an excerpt of its text, in which the date may be in words or missing."""
    texts = _texts("contracts")
    deal = random.Random("contracts")
    rows = _with_repeats(deal, list(itertools.islice(_contracts(deal, texts), count)), 6)
    rows = list(_with_blank_rows(rows, {77}))

    book = _workbook(path, "Contracts found in the archive")
    sheet = book.add_worksheet("Register")
    plain, wrapped = book.add_format(FONT), book.add_format(FONT | {"text_wrap": True})
    day = book.add_format(FONT | {"num_format": "d mmm yyyy", "align": "left"})
    whole = book.add_format(FONT | {"num_format": "0", "align": "center"})
    head = book.add_format(FONT | {"bold": True, "bottom": 2, "bottom_color": ACCENT})
    headers = ("No.", "File", "Found in", "Title", "Parties (as on the cover)", "Pages", "Scanned on", "Age (years)")
    for column, name in enumerate((*headers, "Excerpt", "Remark")):
        sheet.write_string(0, column, name, head)
    for column, width in enumerate((7, 26, 20, 28, 40, 7, 13, 11, 95, 22)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 2)
    _print_setup(sheet, 0)
    _write(sheet, 1, rows, (whole, plain, plain, plain, wrapped, whole, day, whole, wrapped, plain), [4] * len(rows))
    sheet.data_validation(1, 9, len(rows), 9, {"validate": "list", "source": ["shred", "keep", "ask legal"]})
    book.close()


def _contracts(deal: random.Random, texts: dict[str, Any]) -> Iterator[Row]:
    for number in itertools.count(1):
        kind = deal.choice(texts["kinds"])
        title = deal.choice(kind["titles"])
        scanned = _day(deal, dt.date(2019, 1, 7), dt.date(2026, 10, 30))
        facts = _facts(deal, texts, kind, scanned)
        age = (MADE.date() - scanned).days // 365
        others = facts["p"] if kind["name"] == "employment" else facts["b"]
        yield (
            number,
            f"scan_{scanned:%Y%m%d}_{number:04d}.pdf",
            deal.choice(texts["folders"]),
            _maybe(deal, 0.85, title),
            _maybe(deal, 0.8, f"{facts['a']} / {others}"),
            deal.choice((2, 3, 4, 6, 8, 11, 14, 23)),
            scanned,
            ("=INT((DATE(2026,11,2)-G{row})/365)", age),
            _excerpt(deal, texts, kind, title, facts),
            _maybe(deal, 0.15, deal.choice(("shred", "keep", "ask legal"))),
        )


def _facts(deal: random.Random, texts: dict[str, Any], kind: dict[str, Any], scanned: dt.date) -> dict[str, str]:
    first, second = deal.sample(texts["parties"], 2)
    day = _day(deal, dt.date(2015, 1, 1), scanned)
    low, high = kind["amounts"]
    amount = round(deal.triangular(low, high, low + (high - low) / 5), -2)
    money = deal.choice(("€ {:,.0f}", "EUR {:,.0f}", "{:,.0f} euros", "GBP {:,.0f}", "US$ {:,.0f}")).format(amount)
    name = MONTHS["en"].split()[day.month - 1]
    written = (
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day}",
    )
    return {
        "a": first,
        "b": second,
        "p": deal.choice(texts["people"]),
        "city": deal.choice(texts["cities"]),
        "thing": deal.choice(kind["things"]),
        "sum": money,
        "months": str(deal.choice((6, 12, 18, 24, 36, 48, 60))),
        "date": deal.choice(written),
        "date_de": f"{day.day}. {MONTHS['de'].split()[day.month - 1]} {day.year}",
        "date_fr": f"{day.day} {MONTHS['fr'].split()[day.month - 1]} {day.year}",
        "date_ja": f"{day.year}年{day.month}月{day.day}日",
        "date_iso": f"{day}",
    }


def _excerpt(
    deal: random.Random, texts: dict[str, Any], kind: dict[str, Any], title: str, facts: dict[str, str]
) -> str:
    foreign = texts["foreign"].get(kind["name"])
    if foreign and deal.random() < 0.14:
        return str(deal.choice(foreign)).format(**facts)
    dated = deal.choice(texts["dates"]) if deal.random() < 0.85 else deal.choice(texts["no_dates"])
    clauses = deal.sample(kind["clauses"], deal.randint(3, 6)) + deal.sample(texts["common"], deal.randint(0, 3))
    deal.shuffle(clauses)
    marks = deal.choice(("§ {} ", "{}. ", "Art. {} ", "({}) "))
    body = [marks.format(number) + clause for number, clause in enumerate(clauses, deal.choice((1, 1, 2, 4)))]
    opening = deal.choice(kind["openings"])
    first = [title.upper(), opening] if deal.random() < 0.6 else [opening]
    parts = [*first, dated, *body] if deal.random() < 0.6 else [*first, *body, dated]
    text = "\n".join(part for part in parts if part).format(**facts).replace("..", ".")
    # Scans end where the page does.
    return text if deal.random() < 0.8 else text[: deal.randint(260, 420)].rstrip() + " […]"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
