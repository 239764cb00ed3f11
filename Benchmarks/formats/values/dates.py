"""Dates: most as Russian bases write them, some in words, some impossible; the peer is python-dateutil, day first."""

MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
SHORT = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]


def values(rng, count):
    for _ in range(count):
        year, month, day = rng.randint(1950, 2025), rng.randint(1, 12), rng.randint(1, 28)
        share = rng.random()
        if share < 0.30:
            yield f"{year}-{month:02d}-{day:02d}"
        elif share < 0.90:
            yield rng.choice([
                f"{day:02d}.{month:02d}.{year}", f"{day:02d}.{month:02d}.{year}", f"{day}.{month}.{year}", f"{day:02d}/{month:02d}/{year}",
                f"{day:02d}.{month:02d}.{year % 100:02d}", f"{day:02d}-{month:02d}-{year}",
                f"{year}-{month:02d}-{day:02d} {rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:00",
                f"{day:02d}.{month:02d}.{year} {rng.randint(0, 23)}:{rng.randint(0, 59):02d}", f"{year}{month:02d}{day:02d}"])
        else:
            yield rng.choice([f"{day} {MONTHS[month - 1]} {year} г.", f"{day}-{SHORT[month - 1]}-{year % 100:02d}", f"{day} {MONTHS[month - 1]} {year}",
                              f"31.02.{year}", f"{month:02d}.{year}", "нет", "00.00.0000", str(rng.randint(30000, 45000))])


def peer(value):
    from dateutil import parser
    try:
        return parser.parse(value, dayfirst=True)
    except (ValueError, OverflowError):
        return None


FORMATS = [("date", values, peer)]
