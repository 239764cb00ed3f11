"""An invented client base of any number of rows and 12 columns, the same for every format."""

import argparse
import json
import pathlib
import sys

import side_by_side

SURNAMES = ["Иванов", "Петров", "Сидоров", "Кузнецов", "Смирнов", "Попов", "Васильев", "Соколов", "Фёдоров", "Щукин"]
NAMES = ["Иван", "Пётр", "Сергей", "Алексей", "Дмитрий", "Андрей", "Михаил", "Николай", "Юрий"]
FATHERS = ["Иванович", "Петрович", "Сергеевич", "Алексеевич", "Дмитриевич", "Андреевич", "Михайлович"]
CITIES = ["Москва", "Санкт-Петербург", "Нижний Новгород", "Екатеринбург", "Казань", "Самара", "Уфа", "Ростов-на-Дону"]
STREETS = ["ул. Ленина", "пр-т Мира", "ул. Советская", "Невский пр-т", "ул. Гагарина", "наб. реки Мойки"]
HEADER = [
    "Код", "Фамилия", "Имя", "Отчество", "Организация", "ИНН", "Телефон", "E-mail", "Адрес", "Дата создания", "Сумма",
    "Комментарий",
]


def rows(count):
    """Rows of text; None for an empty cell."""
    for row in range(count):
        surname = SURNAMES[row * 7 % 10]
        city = CITIES[row * 5 % 8]
        yield (
            str(row + 1),
            surname,
            NAMES[row * 11 % 9],
            FATHERS[row * 13 % 7],
            f'ООО "{city}-{row % 9973}"' if row % 4 == 0 else f"ИП {surname}",
            str(7700000000 + row * 7 % 99999999),
            f"+7 9{row % 90 + 10:02d} {row * 37 % 1000:03d}-{row % 100:02d}-{row * 3 % 100:02d}",
            f"user{row}@example{row % 50}.ru",
            f"{100000 + row % 600000:06d}, г. {city}, {STREETS[row * 3 % 6]}, д. {row % 120 + 1}, кв. {row % 90 + 1}",
            f"20{row % 25:02d}-{row % 12 + 1:02d}-{row % 28 + 1:02d}",
            f"{row * 13 % 100000}.{row % 100:02d}",
            None if row % 3 else f"перезвонить после {row % 28 + 1} числа",
        )


def text_bytes(count):
    """Bytes of text in the cells, as UTF-8."""
    return sum(len(cell.encode()) for row in rows(count) for cell in row if cell)


def arguments(text):
    """What the programs that measure are told."""
    options = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--update", action="store_true")
    return options.parse_args()


def facts(path, count):
    """What a result says of its file."""
    return {
        "rows": count,
        "columns": len(HEADER),
        "bytes": pathlib.Path(path).stat().st_size,
        "text_bytes": text_bytes(count),
    }


def hold_memory(name, most):
    """Ends the program when our peak memory, as stored, is more than so many times the text held."""
    figures = json.loads(side_by_side.RESULTS.read_text()).get(name) if side_by_side.RESULTS.exists() else None
    if not figures:
        return
    times = figures["revizor"]["peak_mib"] * 2**20 / figures["text_bytes"]
    print(f"{name}: {times:.2f} times the text in memory (at most {most})")
    if times > most:
        sys.exit(f"{name}: more memory than its bound")
