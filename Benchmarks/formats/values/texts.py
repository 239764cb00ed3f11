"""Comments of a base: two in three as they should be, the others with stray spaces, tags, mixed letters, damage; the peer is ftfy."""

WORDS = ("клиент просил перезвонить завтра после обеда заказ доставка склад оплата по счету менеджер отправил договор самовывоз скидка новый "
         "постоянный срочно позвонить утром уточнить адрес груз получен вернул товар брак ждёт ответа").split()


def sentence(rng):
    text = " ".join(rng.choice(WORDS) for _ in range(rng.randint(3, 12)))
    return text[0].upper() + text[1:] + rng.choice(["", ".", "!", f", № {rng.randint(1, 9999)}", f" {rng.randint(1, 31)}.{rng.randint(1, 12):02d}"])


def values(rng, count):
    for _ in range(count):
        text, share = sentence(rng), rng.random()
        if share < 0.67:
            yield text
        elif share < 0.95:
            yield rng.choice([f" {text}", f"{text} ", text.replace(" ", "  ", 1), text.replace(" ", "\u00a0", 1)])
        else:
            yield rng.choice([f"<b>{text}</b>", text.replace("о", "o", 1), text.encode().decode("latin-1"), text.encode("cp1251").decode("latin-1"),
                              text.replace("а", "а\u00ad", 1), "нет", "-", text.replace(" ", "&nbsp;", 1)])


def peer(value):
    import ftfy
    return ftfy.fix_text(value)


FORMATS = [("text", values, peer)]
