"""Names of people and firms: 70 % as they should be, 30 % as bases have them. No library does this work: no peer."""

LAST = [("Иванов", "Иванова"), ("Петров", "Петрова"), ("Кузнецов", "Кузнецова"), ("Смирнов", "Смирнова"), ("Васильев", "Васильева"),
        ("Морозов", "Морозова"), ("Шевченко", "Шевченко"), ("Ковальчук", "Ковальчук"), ("Белых", "Белых"), ("Цой", "Цой"),
        ("Достоевский", "Достоевская"), ("Римский-Корсаков", "Римская-Корсакова")]
FIRST = (["Иван", "Пётр", "Алексей", "Сергей", "Дмитрий", "Андрей", "Николай", "Олег", "Тимур"],
         ["Анна", "Мария", "Ольга", "Елена", "Наталья", "Татьяна", "Юлия", "Айгуль"])
MIDDLE = (["Иванович", "Петрович", "Алексеевич", "Сергеевич", "Ильич", "Кузьмич"],
          ["Ивановна", "Петровна", "Алексеевна", "Сергеевна", "Ильинична"])
HEADS = ["", "", "Старо", "Ново", "Добро", "Мало", "Бело"]
DIRTY = [lambda l, f, m: f"{l} {f} {m}".upper(), lambda l, f, m: f"{l} {f} {m}".lower(), lambda l, f, m: f"{f} {m} {l}",
         lambda l, f, m: f"{f} {l}", lambda l, f, m: f"{l} {f[0]}.{m[0]}.", lambda l, f, m: f"{l} {f[0]}. {m[0]}.",
         lambda l, f, m: f" {l}  {f} {m}", lambda l, f, m: f"{l.upper()} {f} {m}", lambda l, f, m: f"г-н {l} {f}",
         lambda l, f, m: f"{f.lower()} {l.lower()}"]
CORE = (["Ромаш", "Вектор", "Строй", "Альфа", "Тех", "Нефте", "Агро", "Транс", "Мед", "Сервис", "Гранд", "Ново"],
        ["ка", "инвест", "снаб", "торг", "проект", "маш", "пром", "сервис", "групп", "мастер", "лайн", "дом"])
FORMS = ["ООО", "ООО", "ООО", "АО", "ПАО", "ЗАО"]


def person(rng, dirty):
    woman = rng.random() < 0.5
    last = rng.choice(LAST)[woman]
    head = rng.choice(HEADS)
    last = head + last.lower() if head else last
    first, middle = rng.choice(FIRST[woman]), rng.choice(MIDDLE[woman])
    if dirty:
        return rng.choice(DIRTY)(last, first, middle)
    return f"{last} {first}" if rng.random() < 0.2 else f"{last} {first} {middle}"


def firm(rng, dirty):
    core = rng.choice(CORE[0]) + rng.choice(CORE[1]) + (f"-{rng.randint(1, 99)}" if rng.random() < 0.3 else "")
    form = rng.choice(FORMS)
    if not dirty:
        share = rng.random()
        if share < 0.1:
            return "ИП " + person(rng, False)
        if share < 0.2:
            return f"{rng.choice(['Nordic', 'Baltic', 'Alpine'])} {rng.choice(['Trade', 'Steel'])} {rng.choice(['GmbH', 'Ltd', 'AG'])}"
        return f"{form} «{core}»" if share < 0.9 else f"{form} «{core} {rng.choice(CORE[0])}»"
    return rng.choice([f'{form} "{core}"', f"{core} {form}", f'{form} "{core}"'.upper(), f"{form.lower()} {core}",
                       f'Общество с ограниченной ответственностью "{core}"', "ИП " + person(rng, True), f"OOO «{core}»",
                       f"{core}, {form}", f'{form} "ТД "{core}"'])


def mixed(make):
    def values(rng, count):
        for _ in range(count):
            yield make(rng, rng.random() < 0.3)
    return values


FORMATS = [("person-name", mixed(person), None), ("org-name", mixed(firm), None)]
