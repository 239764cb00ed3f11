"""Verdicts of python-stdnum on random numbers, one `format<TAB>number<TAB>0|1` a line.

Half of the numbers are random digits of a country's shape, half have their check characters searched for until the
oracle takes them. usage: stdnum_verdicts.py COUNT SEED
"""
import random
import sys
from importlib import import_module

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
rng = random.Random(SEED)

# format, module, shape (9 a digit, A a letter, X either, other characters stand for themselves)
SHAPES = [
    ("inn", "ru.inn", ["9999999999", "999999999999"]),
    ("ogrn", "ru.ogrn", ["1999999999999", "5999999999999"]),
    ("by-unp", "by.unp", ["999999999", "MA9999999", "AB9999999", "HT9999999", "OA9999999"]),
    ("ua-edrpou", "ua.edrpou", ["99999999", "39999999"]),
    ("ua-rntrc", "ua.rntrc", ["9999999999"]),
    ("md-idno", "md.idno", ["9999999999999"]),
    ("az-voen", "az.voen", ["9999999991", "9999999992", "9999999999"]),
    ("us-ein", "us.ein", ["999999999"]),
    ("lei", "lei", ["XXXXXXXXXXXXXXXXXX99"]),
    ("bic", "bic", ["AAAAAAXX", "AAAAAAXXXXX", "AAAADEXX"]),
    ("iban", "iban", [
        "DE99999999999999999999", "BE99999999999999", "ES9999999999999999999999", "NO9999999999999",
        "KZ99999XXXXXXXXXXXXX", "GB99AAAA99999999999999", "FR9999999999" "XXXXXXXXXXX99",
        "NL99AAAA9999999999", "ME99999999999999999999", "AZ99AAAAXXXXXXXXXXXXXXXXXXXX"]),
    ("eu-vat", "eu.vat", [
        "ATU99999999", "BE0999999999", "BE1999999999", "BG999999999", "BG9999999999", "CY99999999A", "CZ99999999",
        "CZ699999999", "CZ999999999", "CZ9950309999", "CZ8801019999", "DE999999999", "DK99999999", "EE999999999",
        "EL999999999", "ESA9999999X", "ESB99999999", "ES99999999A", "ESX9999999A", "ESK9999999A", "ESP9999999X",
        "ESG9999999X", "ESN9999999X", "ESJ9999999X", "ESW9999999X", "FI99999999", "FR99999999999", "FRXX999999999",
        "FR99000999999", "HR99999999999", "HU99999999", "IE9999999A", "IE9999999AA", "IE9A99999A", "IE9999999WA",
        "IT99999990019", "IT99999991209", "IT99999999999", "LT999999919", "LT999999999919", "LT999999999",
        "LU99999999", "LV49999999999", "LV99999999999", "LV32999999999", "LV01018019999", "MT99999999",
        "NL999999999B99", "PL9999999999", "PT999999999", "RO99", "RO999999", "RO9999999999", "RO1850101409999",
        "RO9999999999999", "SE999999999901", "SE999999999999", "SI99999999", "SK9999999999", "SK9929999999",
        "SK8851019999", "XI999999999", "XI999999999999", "XIGD999", "XIHA999"]),
]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
KINDS = {"9": "0123456789", "A": LETTERS, "X": "0123456789" + LETTERS}


def draw(shape, head):
    """The first two characters of codes with a country stand for themselves."""
    return "".join(c if i < head else rng.choice(KINDS.get(c, c)) for i, c in enumerate(shape))


def search(valid, number, shape, head):
    """Tries the characters of one or two places until the oracle takes the number."""
    places = [i for i in range(head, len(shape)) if shape[i] in KINDS]
    for _ in range(40):
        first = rng.choice(places)
        second = places[-1]
        for a in KINDS[shape[first]]:
            for b in KINDS[shape[second]]:
                tried = list(number)
                tried[first], tried[second] = a, b
                tried = "".join(tried)
                if valid(tried):
                    return tried
    return number


for name, module, shapes in SHAPES:
    valid = import_module("stdnum." + module).is_valid
    for shape in shapes:
        head = 2 if name in ("eu-vat", "iban") else 2 if name == "by-unp" and shape[0] != "9" else 0
        if name in ("ogrn",):
            head = 1
        for index in range(COUNT):
            number = draw(shape, head)
            if index % 2:
                number = search(valid, number, shape, head)
            print(f"{name}\t{number}\t{int(valid(number))}")
