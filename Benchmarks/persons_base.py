"""Writes an invented base of persons as CSV, a fifth of its rows corrupted copies, and the truth beside it.

    persons_base.py ROWS FOLDER [SEED]        -> FOLDER/persons_ROWS.csv and FOLDER/persons_ROWS.truth.csv

Names are made of syllables and drawn with Zipf's law, so that namesakes are as frequent as in life; one client in
twenty lives with another one (the same surname, phone and address, another first name and birth date). A copy has one
to four of the faults that people make: a slip, a first name cut to its initial, first and last name swapped, a blank,
another phone format, day and month swapped, a new address, e-mail, phone or surname. The same arguments give the same
bytes.
"""

import csv
import os
import random
import sys

CONSONANTS = "b br c ch cl d dr f fr g gr h j k kl l m n p pr r s sh sl st t th tr v w".split()
VOWELS = "a e i o u ai ea ee ia ie oo ou".split()
ENDS = "n r s l m d t k rn rd lt nd ck ss th rt".split()
STREETS = "street road avenue lane drive court place crescent".split()
HOSTS = "gmail.com yahoo.com hotmail.com outlook.com mail.example post.example".split()


def words(count, least, most, numbers):
    found = {}
    while len(found) < count:
        parts = numbers.randint(least, most)
        word = "".join(numbers.choice(CONSONANTS) + numbers.choice(VOWELS) for _ in range(parts))
        found[word + numbers.choice(ENDS)] = None
    return list(found)


def zipf(items, exponent):
    total, sums = 0.0, []
    for place in range(len(items)):
        total += 1 / (place + 4) ** exponent
        sums.append(total)
    return items, sums


def slip(text, numbers):
    if len(text) < 3:
        return text
    place = numbers.randrange(1, len(text) - 1)
    kind = numbers.randrange(4)
    letter = numbers.choice("abcdefghijklmnopqrstuvwxyz")
    if kind == 0:
        return text[:place] + text[place + 1 :]
    if kind == 1:
        return text[:place] + letter + text[place:]
    if kind == 2:
        return text[:place] + letter + text[place + 1 :]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


class Maker:
    def __init__(self, rows, seed):
        self.numbers = random.Random(seed)
        # As a base grows, it meets more names: a fixed list would make all clients namesakes.
        self.given = zipf(words(min(4000, 400 + rows // 100), 1, 2, self.numbers), 0.8)
        self.surnames = zipf(words(min(120000, 2000 + rows // 8), 1, 3, self.numbers), 0.7)
        self.cities = words(2000, 2, 3, self.numbers)
        self.ways = words(6000, 1, 3, self.numbers)

    def draw(self, law):
        return self.numbers.choices(law[0], cum_weights=law[1])[0]

    def email(self, first, last):
        kind = self.numbers.randrange(5)
        name = (
            f"{first}.{last}", f"{first[0]}{last}", f"{last}.{first[0]}", f"{first}{self.numbers.randint(1, 999)}",
            f"{last}{self.numbers.randint(1, 99)}",
        )[kind]
        return f"{name}@{self.numbers.choice(HOSTS)}"

    def phone(self):
        return f"04{self.numbers.randrange(10**8):08d}"

    def home(self):
        city = self.numbers.randrange(len(self.cities))
        address = f"{self.numbers.randint(1, 300)} {self.numbers.choice(self.ways)} {self.numbers.choice(STREETS)}"
        return address, self.cities[city], f"{2000 + city * 4 + self.numbers.randrange(4):04d}"

    def person(self, relative):
        first, last = self.draw(self.given), self.draw(self.surnames)
        phone, (address, city, code) = self.phone(), self.home()
        if relative:
            last, phone, address, city, code = relative[1], relative[4], relative[5], relative[6], relative[7]
        birth = f"{self.numbers.randint(1935, 2004)}-{self.numbers.randint(1, 12):02d}-{self.numbers.randint(1, 28):02d}"
        email = self.email(first, last) if self.numbers.random() < 0.8 else ""
        return [first, last, birth, email, phone, address, city, code]

    def corrupt(self, row):
        row, numbers = list(row), self.numbers
        for _ in range(numbers.choices((1, 2, 3, 4), (40, 35, 17, 8))[0]):
            fault = numbers.randrange(14)
            if fault < 2 and row[0]:
                row[0] = slip(row[0], numbers)
            elif fault < 4 and row[1]:
                row[1] = slip(row[1], numbers)
            elif fault == 4 and row[0]:
                row[0] = row[0][0]
            elif fault == 5:
                row[0], row[1] = row[1], row[0]
            elif fault == 6:
                row[numbers.choice((2, 3, 4, 5, 7))] = ""
            elif fault == 7 and len(row[4]) == 10:
                row[4] = f"+61 {row[4][1:4]} {row[4][4:7]} {row[4][7:]}"
            elif fault == 8 and row[2]:
                year, month, day = row[2].split("-")
                row[2] = f"{year}-{day}-{month}" if int(day) <= 12 else f"{year[:3]}{numbers.randrange(10)}-{month}-{day}"
            elif fault == 9:
                row[5], row[6], row[7] = self.home()
            elif fault == 10:
                row[3] = self.email(row[0] or "x", row[1] or "x")
            elif fault == 11:
                row[4] = self.phone()
            elif fault == 12 and row[5]:
                row[5] = slip(row[5], numbers)
            elif fault == 13 and numbers.random() < 0.3:
                row[1] = self.draw(self.surnames)
        return row


def main(rows, folder, seed):
    maker = Maker(rows, seed)
    clients = rows - rows // 5
    people = []
    for place in range(clients):
        relative = people[maker.numbers.randrange(place)] if place and maker.numbers.random() < 0.05 else None
        people.append(maker.person(relative))
    base = [(person, place) for place, person in enumerate(people)]
    for _ in range(rows // 5):
        place = maker.numbers.randrange(clients)
        base.append((maker.corrupt(people[place]), place))
    maker.numbers.shuffle(base)
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/persons_{rows}.csv", "w", encoding="utf-8", newline="") as file, open(
        f"{folder}/persons_{rows}.truth.csv", "w", encoding="utf-8", newline=""
    ) as truth:
        table, clusters = csv.writer(file, lineterminator="\n"), csv.writer(truth, lineterminator="\n")
        table.writerow("unique_id first_name surname dob email phone address city postcode".split())
        clusters.writerow(("unique_id", "cluster"))
        for place, (row, cluster) in enumerate(base):
            table.writerow([place, *row])
            clusters.writerow((place, cluster))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1)
