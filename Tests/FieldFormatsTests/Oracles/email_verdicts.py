"""Verdicts of email-validator on random addresses, one `address<TAB>0|1` a line.

usage: email_verdicts.py COUNT SEED
"""
import random
import sys

import email_validator

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
rng = random.Random(SEED)
LOCAL = ["ivan", "petrov", "i", "77", ".", "-", "_", "+", "..", "--", "!", "'", "#", "*", "%", "Q", "иван", "ü"]
DOMAIN = ["firma", "sklad", "a", "9", "-", "--", "xn--80asehdb", "ab--cd", "почта", "é", "_", "1c", "x" * 62, "☺"]
TOPS = ["ru", "com", "рф", "c0m", "co1", "1a", "local", "test", "invalid", "info", "su", "123", "xn--p1ai", "b-c", "ru-"]

for _ in range(COUNT):
    local = "".join(rng.choice(LOCAL if rng.random() < 0.5 else LOCAL[:3]) for _ in range(rng.randint(1, 4)))
    labels = ["".join(rng.choice(DOMAIN if rng.random() < 0.4 else DOMAIN[:2]) for _ in range(rng.randint(1, 2)))
              for _ in range(rng.randint(1, 2))]
    address = f"{local}@{'.'.join(labels)}.{rng.choice(TOPS)}"
    try:
        email_validator.validate_email(address, check_deliverability=False)
        print(f"{address}\t1")
    except email_validator.EmailNotValidError:
        print(f"{address}\t0")
