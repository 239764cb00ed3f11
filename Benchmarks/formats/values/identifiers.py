"""Numbers of registers: canonical, with marks and labels, and wrong; the peer is python-stdnum."""
from importlib import import_module


def weighed(digits, weights):
    return sum(d * w for d, w in zip(digits, weights))


def inn(rng):
    if rng.random() < 0.8:
        d = [int(c) for c in f"{rng.randint(1, 99):02d}{rng.randint(0, 9999999):07d}"]
        return "".join(map(str, d + [weighed(d, (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10]))
    d = [int(c) for c in f"{rng.randint(1, 99):02d}{rng.randint(0, 99999999):08d}"]
    d.append(weighed(d, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10)
    return "".join(map(str, d + [weighed(d, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10]))


def ogrn(rng):
    head = f"{rng.choice('15')}{rng.randint(2, 26):02d}{rng.randint(1, 99):02d}{rng.randint(0, 9999999):07d}"
    return head + str(int(head) % 11 % 10)


def snils(rng):
    d = [int(c) for c in f"{rng.randint(2000000, 999999999):09d}"]
    check = weighed(d, range(9, 0, -1)) % 101 % 100
    s = "".join(map(str, d))
    return f"{s[:3]}-{s[3:6]}-{s[6:]} {check:02d}"


def iban(rng):
    account = f"{rng.randint(0, 10**18 - 1):018d}"
    check = 98 - int(account + "131400") % 97
    return f"DE{check:02d}{account}"


def vat(rng):
    while True:
        d = [int(c) for c in f"{rng.randint(1, 999999999):09d}"]
        check = weighed(d, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11
        # A remainder of 10 is never given out.
        if check < 10:
            return "PL" + "".join(map(str, d)) + str(check)


def kpp(rng):
    return f"{rng.randint(1, 99):02d}{rng.randint(1, 99):02d}01{rng.randint(1, 999):03d}"


def account(rng):
    return f"40702810{rng.randint(0, 10**12 - 1):012d}"


def bik(rng):
    return f"04{rng.randint(0, 9999999):07d}"


def dirty(label, make):
    """85 % with marks, 10 % canonical, 5 % words and wrong ones."""
    def values(rng, count):
        for _ in range(count):
            number = make(rng)
            share = rng.random()
            if share < 0.10:
                yield number
            elif share < 0.95:
                middle = len(number) // 2
                yield rng.choice([f" {number}", f"{number} ", f"{number[:middle]} {number[middle:]}", f"{number[:4]} {number[4:]}",
                                  f"{number[:2]} {number[2:middle]} {number[middle:]}", f"{number[:4]}-{number[4:]}"])
            else:
                yield rng.choice([f"{label} {number}", f"{label}: {number}", f"№ {number}", number[:-1], number[:-1] + str((int(number[-1], 36) + 1) % 10), "нет"])
    return values


def clean(make):
    def values(rng, count):
        for _ in range(count):
            yield make(rng)
    return values


def stdnum(module):
    def peer(value):
        return import_module("stdnum." + module).is_valid(value)
    return peer


FORMATS = [
    ("inn", dirty("ИНН", inn), stdnum("ru.inn")),
    ("ogrn", dirty("ОГРН", ogrn), stdnum("ru.ogrn")),
    ("kpp", dirty("КПП", kpp), None),
    ("bik", dirty("БИК", bik), None),
    ("bank-account", dirty("р/с", account), None),
    ("snils", dirty("СНИЛС", snils), None),
    ("iban", dirty("IBAN", iban), stdnum("iban")),
    ("eu-vat", dirty("VAT", vat), stdnum("eu.vat")),
]
