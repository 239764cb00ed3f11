"""E-mail addresses: most canonical or in capitals, some with words, slips and throw-away services; the peer is email-validator."""
NAMES = ["ivanov", "petrova.anna", "smirnov_oleg", "info", "kuznetsov", "sales", "elena.popova", "volkov77", "buh", "m.orlova"]
DOMAINS = ["mail.ru", "yandex.ru", "gmail.com", "bk.ru", "inbox.ru", "rambler.ru", "list.ru", "ya.ru", "icloud.com", "hotmail.com"]
SLIPS = ["gmial.com", "mail.ry", "yandex.ri", "gmai.com", "yndex.ru", "rambler.ri", "mial.ru", "hotmial.com"]


def values(rng, count):
    for _ in range(count):
        name = f"{rng.choice(NAMES)}{rng.randint(0, 99999)}"
        firm = f"firma{rng.randint(0, 9999)}.ru"
        domain = rng.choice(DOMAINS) if rng.random() < 0.7 else firm
        share = rng.random()
        if share < 0.60:
            yield f"{name}@{domain}"
        elif share < 0.95:
            yield rng.choice([f" {name}@{domain}", f"{name.title()}@{domain.title()}", f"{name}@{domain.upper()}", f"<{name}@{domain}>",
                              f"{name}@{domain},", f"mailto:{name}@{domain}", f"{name} @{domain}"])
        else:
            yield rng.choice([f"e-mail: {name}@{domain}", f"{name}@{rng.choice(SLIPS)}", f"{name}@mailinator.com", name, f"{name}@", "нет",
                              f"{name}@{domain}, {name}2@mail.ru", f"{name}(at){domain}", f"{name}@почта{rng.randint(0, 99)}.рф"])


def peer(value):
    import email_validator
    try:
        return email_validator.validate_email(value.strip(), check_deliverability=False).normalized
    except email_validator.EmailNotValidError:
        return None


FORMATS = [("email", values, peer)]
