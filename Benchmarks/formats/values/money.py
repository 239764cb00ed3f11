"""Sums: canonical, with groups, currencies and commas, and words; the peer is price-parser."""


def values(rng, count):
    for _ in range(count):
        whole, part = int(10 ** rng.uniform(2, 7)), rng.randint(0, 99)
        spaced = f"{whole:,}".replace(",", " ")
        share = rng.random()
        if share < 0.40:
            yield rng.choice([str(whole), f"{whole}.{part:02d}"])
        elif share < 0.95:
            yield rng.choice([f"{whole},{part:02d}", spaced, f"{spaced},{part:02d}", f"{spaced} руб.", f"{spaced},{part:02d} ₽", f"{whole} р.",
                              f"{whole}.00", f"{spaced},00 руб", f"${whole:,}.{part:02d}", f"{whole} EUR", f" {whole}"])
        else:
            yield rng.choice([f"{rng.randint(1, 900)} тыс. руб.", f"{rng.randint(1, 90)},5 млн", f"{whole} руб. {part:02d} коп.", "нет", "договорная",
                              f"-{whole}", f"({spaced})", f"от {whole} руб."])


def peer(value):
    import price_parser
    return price_parser.Price.fromstring(value).amount


FORMATS = [("money", values, peer)]
