"""An invented client base as businesses keep them: 12 columns, dirty phones, dates and names, 12 % duplicates."""

import csv
import random

HEADER = [
    "Код", "Компания", "ИНН", "Контактное лицо", "Телефон", "E-mail", "Дата рождения", "Город",
    "Последняя покупка", "Сумма покупок", "Менеджер", "Комментарий",
]
DUPLICATES = 0.12

SYLLABLES = "ро маш ка ве тер лес на бор си не го вла ми ра то ко ля да зи ме стра ну би ре ту ша фа ло па ги".split()
TRADES = ["Строй", "Торг", "Снаб", "Сервис", "Мебель", "Агро", "Транс", "Текстиль", "Печать", "Свет", "", "", ""]
FORMS = ["ООО", "ООО", "ООО", "АО", "ИП", "ПАО"]
SURNAMES = "Лютиков Вишняков Подорожник Зверобоев Ромашкин Клюквин Полынин Осокин Рябинин Ольхин Кедров Вербин".split()
NAMES = "Анна Ирина Мария Ольга Елена Иван Пётр Сергей Алексей Дмитрий Николай Фёдор".split()
MALE_PATRONYMICS = "Иванович Петрович Сергеевич Алексеевич Дмитриевич Николаевич".split()
FEMALE_PATRONYMICS = "Ивановна Петровна Сергеевна Алексеевна Дмитриевна Николаевна".split()
CITIES = ["Москва", "г. Москва", "Санкт-Петербург", "СПб", "Казань", "г Самара", "Пермь", "Тверь", "Омск", "Уфа"]
MANAGERS = ["Соколова Е.", "Орлов П.", "Лебедева А.", "Воронов К."]
COMMENTS = ["", "", "", "", "звонить после 18", "просил каталог", "скидка 5 %", "переезд"]
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", (
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch - y - e yu ya".replace("-", "").split(" "))))


def check_digit(digits, weights):
    """The check digit of an ИНН: weighted sum modulo 11 modulo 10 (order of ФНС ММВ-7-6/435@, as published)."""
    return sum(d * w for d, w in zip(digits, weights)) % 11 % 10


def inn(rng, length):
    """An invented ИНН with right check digits: 10 digits of a company, 12 of a person."""
    digits = [rng.randint(1, 9)] + [rng.randint(0, 9) for _ in range(length - 2 if length == 10 else length - 3)]
    if length == 10:
        digits.append(check_digit(digits, (2, 4, 10, 3, 5, 9, 4, 6, 8)))
    else:
        digits.append(check_digit(digits, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)))
        digits.append(check_digit(digits, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)))
    return "".join(map(str, digits))


def latin(word):
    return "".join(LATIN.get(letter, letter) for letter in word.lower())


def client(rng):
    """One client as it truly is."""
    woman = rng.random() < 0.5
    surname = rng.choice(SURNAMES)
    form = rng.choice(FORMS)
    first = rng.choice(NAMES[:5] if woman else NAMES[5:])
    second = rng.choice(FEMALE_PATRONYMICS if woman else MALE_PATRONYMICS)
    if woman and surname.endswith(("ов", "ев", "ин")):
        surname += "а"
    company = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize() + rng.choice(TRADES)
    return {
        "form": form, "company": company, "person": (surname, first, second),
        "inn": inn(rng, 12 if form == "ИП" else 10),
        "phone": f"{rng.choice((903, 905, 909, 910, 916, 921, 926, 961, 985, 495, 812))}{rng.randint(0, 9999999):07}",
        "email": f"{latin(first)[0]}.{latin(surname)}{rng.randint(1, 99999)}@example.{rng.choice(('com', 'org', 'net'))}",
        "birth": (rng.randint(1945, 2004), rng.randint(1, 12), rng.randint(1, 28)),
        "city": rng.choice(CITIES), "bought": (rng.randint(2019, 2026), rng.randint(1, 10), rng.randint(1, 28)),
        "total": rng.randint(500, 900_000_00) / 100, "manager": rng.choice(MANAGERS), "comment": rng.choice(COMMENTS),
    }


def written_phone(rng, digits):
    area, a, b, c = digits[:3], digits[3:6], digits[6:8], digits[8:]
    return rng.choice((
        f"+7{digits}", f"8{digits}", f"8 ({area}) {a}-{b}-{c}", f"+7 {area} {a} {b} {c}", f"7{digits}", digits,
        f"8-{area}-{a}-{b}-{c}", f"тел. +7({area}){a}-{b}-{c}", f"8 {area} {a}{b}{c} доб. 12", f"{area} {a} {b}",
    ))


def written_date(rng, date):
    year, month, day = date
    return rng.choice((
        f"{day:02}.{month:02}.{year}", f"{year}-{month:02}-{day:02}", f"{day}.{month}.{year % 100:02}",
        f"{day:02}/{month:02}/{year}", f"{day} {MONTHS[month - 1]} {year} г.", f"{day:02}.{month:02}.{year}",
    ))


def written_company(rng, truth):
    form, name = truth["form"], truth["company"]
    if form == "ИП":
        name = " ".join(truth["person"])
        return rng.choice((f"ИП {name}", f"{name} ИП", f"Индивидуальный предприниматель {name}"))
    return rng.choice((
        f"{form} «{name}»", f'{form} "{name}"', f"{name}, {form}", f"{form} {name.upper()}", f"  {form}  «{name}» ",
    ))


def written_person(rng, person):
    surname, first, second = person
    return rng.choice((
        f"{surname} {first} {second}", f"{surname} {first} {second}", f"{first} {surname}", f"{surname} {first[0]}. {second[0]}.",
        f"{surname} {first} {second}".upper(), f" {surname}  {first} ",
    ))


def typo(rng, text):
    """One slip of the hand: two letters swapped, one lost, or one doubled."""
    if len(text) < 6:
        return text
    place = rng.randint(2, len(text) - 3)
    return rng.choice((
        text[:place] + text[place + 1] + text[place] + text[place + 2:], text[:place] + text[place + 1:],
        text[:place] + text[place] + text[place:],
    ))


def row(rng, number, truth, again):
    """The client as somebody typed it; a second time with slips and gaps."""
    company, person = written_company(rng, truth), written_person(rng, truth["person"])
    number_of_tax, email = truth["inn"], truth["email"]
    if again and rng.random() < 0.4:
        company = typo(rng, company)
    if rng.random() < (0.4 if again else 0.15):
        number_of_tax = rng.choice(("", "", "-", number_of_tax[:-1], f"ИНН {number_of_tax}"))
    if rng.random() < (0.3 if again else 0.2):
        email = rng.choice(("", email.upper(), f" {email}", email.replace("@", " @"), "нет"))
    return [
        number, company, number_of_tax, person, written_phone(rng, truth["phone"]), email,
        written_date(rng, truth["birth"]) if rng.random() < 0.6 else "", truth["city"],
        written_date(rng, truth["bought"]) if rng.random() < 0.85 else "",
        f"{truth['total']:.2f}".replace(".", rng.choice((".", ","))), truth["manager"], truth["comment"],
    ]


def write(path, rows, seed):
    """Writes `rows` rows to `path`; the same seed gives the same bytes."""
    rng = random.Random(seed)
    known = []
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(HEADER)
        for number in range(1, rows + 1):
            again = bool(known) and rng.random() < DUPLICATES
            truth = rng.choice(known) if again else client(rng)
            if not again:
                known.append(truth)
            out.writerow(row(rng, number, truth, again))
