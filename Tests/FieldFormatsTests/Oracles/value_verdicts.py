"""Values that independent programs read or damaged, one `kind<TAB>input<TAB>expected` a line, both in hexadecimal UTF-8.

date: days written in many ways, as dateparser reads them (day first). money: sums, as price-parser reads them.
misread: words of client bases, damaged by Python's own codecs. usage: value_verdicts.py COUNT SEED
"""
import datetime
import random
import sys
import warnings

import dateparser
from price_parser import Price

warnings.filterwarnings("ignore")
COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
rng = random.Random(SEED)
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
SHORT = "янв фев мар апр мая июн июл авг сен окт ноя дек".split()


def put(kind, text, expected):
    print(kind, text.encode().hex(), expected.encode().hex(), sep="\t")


def dates():
    forms = [
        lambda d: f"{d:%d.%m.%Y}", lambda d: f"{d.day}.{d.month}.{d:%y}", lambda d: f"{d:%Y-%m-%d}",
        lambda d: f"{d:%Y/%m/%d}", lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
        lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year} г.", lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}",
        lambda d: f"{d:%d-%b-%Y}", lambda d: f"{d:%B} {d.day}, {d.year}", lambda d: f"{d.day} {d:%b} {d.year}",
        lambda d: f"{d:%d.%m.%Y} {rng.randrange(24)}:{rng.randrange(60):02}",
        lambda d: f"{d:%Y-%m-%d} {rng.randrange(24):02}:{rng.randrange(60):02}:{rng.randrange(60):02}",
        lambda d: f"{d:%Y-%m-%d}T{rng.randrange(24):02}:{rng.randrange(60):02}:00", lambda d: f"{d:%d,%m,%Y}",
        lambda d: f"{d:%d %m %Y}", lambda d: f"{d:%a}, {d.day} {d:%b} {d.year}",
    ]
    for _ in range(COUNT):
        day = datetime.date(1931, 1, 1) + datetime.timedelta(days=rng.randrange(35000))
        text = rng.choice(forms)(day)
        read = dateparser.parse(text, languages=["ru", "en"], settings={"DATE_ORDER": "DMY"})
        # A year of two digits has another pivot there.
        if read and read.date() == day:
            put("date", text, day.isoformat())


def sums():
    grouping = ["", " ", "\u00a0", "\u202f", ","]
    for _ in range(COUNT):
        whole = rng.randrange(10 ** rng.randrange(1, 10))
        group = rng.choice(grouping)
        mark = "." if group == "," else rng.choice(",.")
        cents = rng.choice(["", f"{rng.randrange(100):02}"])
        text = f"{whole:,}".replace(",", group)
        # One comma alone is nobody's.
        if group == "," and not cents and len(f"{whole:,}".split(",")) == 2:
            continue
        text += mark + cents if cents else ""
        text = rng.choice(["{} ₽", "{} руб.", "{}", "{} р.", "{} RUB", "{}"]).format(text)
        amount = Price.fromstring(text).amount_text
        if amount is None:
            continue
        put("money", text, f"{whole}.{cents}" if cents else str(whole))


def misread():
    names = "Кузнецова Анастасия|Жуков Пётр Эдуардович|Краснодарский край, г. Сочи|Менеджер по продажам|" \
        "ООО «Северный ветер»|Новосибирск, ул. Щорса, 12|Цыганков Фёдор|Главный бухгалтер|Юридический отдел|" \
        "ЗАО \"Хлебозавод\"|Эльмира Шакирова|пос. Объездной, дом 7".split("|")
    routes = [("utf-8", "cp1251"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "cp866"), ("utf-8", "koi8-r"),
              ("cp1251", "latin-1"), ("cp1251", "cp1252"), ("cp1251", "koi8-r"), ("cp1251", "cp866"),
              ("koi8-r", "cp1251"), ("koi8-r", "cp866"), ("cp866", "cp1251"), ("koi8-r", "latin-1"), ("utf-8", "mac-cyrillic")]
    for name in names:
        for meant, shown in routes:
            try:
                text = name.encode(meant).decode(shown)
                if text.encode(shown).decode(meant) == name:
                    put("misread", text, name)
            except UnicodeError:
                continue


dates()
sums()
misread()
