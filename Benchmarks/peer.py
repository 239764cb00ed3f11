"""The peer: the same columns cleaned by the Python libraries that people use for it.

phonenumbers for phones, python-stdnum for ИНН, email-validator for e-mails, datetime for dates, RapidFuzz for names
and duplicates (pairs that share a phone, an e-mail or an ИНН, and a name alike by 80 %). It writes no journal, no
report and no golden records, so it does less than `revizor clean`.
"""

import csv
import re
import sys
from datetime import datetime

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from rapidfuzz import fuzz, utils
from stdnum.exceptions import ValidationError
from stdnum.ru import inn as ru_inn

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
FORMS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y")


def phone(text):
    try:
        parsed = phonenumbers.parse(text, "RU")
    except phonenumbers.NumberParseException:
        return text
    if not phonenumbers.is_valid_number(parsed):
        return text
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def tax_number(text):
    try:
        return ru_inn.validate(re.sub(r"\D", "", text))
    except ValidationError:
        return text


def email(text):
    try:
        return validate_email(text.replace(" ", ""), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return text


def date(text):
    text = text.strip()
    words = text.split()
    if len(words) >= 3 and words[1] in MONTHS:
        text = f"{words[0]}.{MONTHS.index(words[1]) + 1}.{words[2]}"
    for form in FORMS:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return text


def name(text):
    return " ".join(text.split()).title()


def main(source, target):
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    header, rows = rows[0], rows[1:]
    for row in rows:
        row[1] = " ".join(row[1].split())
        row[2] = tax_number(row[2])
        row[3] = name(row[3])
        row[4] = phone(row[4])
        row[5] = email(row[5])
        row[6] = date(row[6])
        row[8] = date(row[8])
        row[9] = row[9].replace(",", ".")
    parent = list(range(len(rows)))

    def root(place):
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    keys = [utils.default_process(row[1] + " " + row[3]) for row in rows]
    for column in (2, 4, 5):
        seen = {}
        for place, row in enumerate(rows):
            if len(row[column]) < 6:
                continue
            other = seen.setdefault(row[column], place)
            if other != place and fuzz.token_set_ratio(keys[place], keys[other]) >= 80:
                parent[root(place)] = root(other)
    with open(target, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(header)
        out.writerows(row for place, row in enumerate(rows) if root(place) == place)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
