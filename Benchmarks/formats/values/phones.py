"""Phones as Russian client bases write them; the peer is phonenumbers."""
import random

MOBILE = [900, 901, 902, 903, 905, 906, 909, 910, 911, 912, 915, 916, 917, 919, 921, 922, 925, 926, 929, 937, 950, 951, 960, 963,
          965, 977, 980, 981, 985, 987, 989, 991, 996, 999]
FIXED = [343, 347, 351, 383, 391, 423, 473, 495, 495, 495, 498, 499, 812, 812, 831, 843, 846, 861, 863]
PUNCTUATION = ["8 ({a}) {b}-{c}-{d}", "+7 ({a}) {b}-{c}-{d}", "8{a}{b}{c}{d}", "7{a}{b}{c}{d}", "{a}{b}{c}{d}", "8-{a}-{b}-{c}-{d}",
               "+7 {a} {b} {c} {d}", "8({a}){b}{c}{d}", "8 {a} {b}{c}{d}", "+7{a} {b}-{c}{d}"]
WORDS = ["тел. 8 ({a}) {b}-{c}-{d}", "моб.: +7 {a} {b} {c} {d}", "8 ({a}) {b}-{c}-{d} доб. {x}", "8({a}){b}{c}{d}, 8 916 {e}",
         "8 {a} {b}-{c}-{d} Ольга", "факс ({a}) {b}-{c}-{d}", "8 (200) {b}-{c}-{d}", "{b}-{c}-{d}", "8 {a} {b}-{c}-{d} вн. {x}",
         "+7 ({a}) {b}-{c}-{d} (WhatsApp)", "8 {a} {b}-{c}", "+375 29 {b}-{c}-{d}"]


def values(rng, count):
    for _ in range(count):
        share = rng.random()
        form = "+7{a}{b}{c}{d}" if share < 0.10 else rng.choice(PUNCTUATION if share < 0.95 else WORDS)
        yield form.format(
            a=rng.choice(MOBILE if rng.random() < 0.7 else FIXED), b=rng.randint(100, 999), c=rng.randint(10, 99),
            d=rng.randint(11, 99), e=f"{rng.randint(100, 999)}-{rng.randint(10, 99)}-{rng.randint(10, 99)}",
            x=rng.randint(10, 999))


def peer(value):
    import phonenumbers
    try:
        number = phonenumbers.parse(value, "RU")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


FORMATS = [("phone", values, peer)]
