"""Addresses, towns and regions: 70 % as they should be, 30 % as bases have them. No library does this work: no peer."""

TOWNS = ["Казань", "Самара", "Пермь", "Уфа", "Омск", "Тула", "Нижний Новгород", "Ростов-на-Дону", "Воронеж"]
STREETS = ["Ленина", "Баумана", "Победы", "Мира", "Кирова", "Гагарина", "8 Марта", "Большая Садовая", "40 лет Победы"]
REGIONS = ["Московская область", "Республика Татарстан", "Краснодарский край", "г. Москва", "Пермский край"]


def address(rng, dirty):
    town, street, house, flat = rng.choice(TOWNS), rng.choice(STREETS), rng.randint(1, 200), rng.randint(1, 400)
    if not dirty:
        return rng.choice([
            f"{rng.randint(420000, 429999)}, Московская область, г. {town}, ул. {street}, д. {house}, кв. {flat}",
            f"г. Москва, ул. {street}, д. {house}, стр. {rng.randint(1, 5)}, офис {flat}",
            f"г. {town}, ул. {street}, д. {house}, кв. {flat}", f"г. {town}, ул. {street}, д. {house}, кв. {flat}"])
    return rng.choice([
        f"г.{town},ул.{street},д.{house},кв.{flat}", f"{town}, {street} {house}-{flat}",
        f"РОССИЯ, МОСКОВСКАЯ ОБЛ, Г {town.upper()}, УЛ {street.upper()}, Д {house}, КВ {flat}",
        f"ул. {street}, дом № {house}, квартира {flat}, Москва, 127642", f"Московская обл., {town} г., {street} ул., {house}",
        f"мск {street.lower()} {house}/-{flat}", f"{town} ул {street} {house}к2",
        f"420111, Респ Татарстан, г Казань, ул {street}, зд. {house}, помещ. {flat}",
        f"Москва, {street}, {house} А, вход со двора"])


def town(rng, dirty):
    name = rng.choice(TOWNS)
    return rng.choice([f"г. {name}", name.upper(), f"{name} г"]) if dirty else name


def region(rng, dirty):
    return rng.choice(["Моск. обл.", "МО", "Татарстан", "мск", "Краснодарский кр."]) if dirty else rng.choice(REGIONS)


def mixed(make):
    def values(rng, count):
        for _ in range(count):
            yield make(rng, rng.random() < 0.3)
    return values


FORMATS = [("address", mixed(address), None), ("city", mixed(town), None), ("region", mixed(region), None)]
