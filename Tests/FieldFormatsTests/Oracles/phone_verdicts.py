"""Verdicts of phonenumbers on random numbers, one `region<TAB>number<TAB>E.164 or -<TAB>kind` a line.

usage: phone_verdicts.py COUNT SEED
"""
import random
import sys

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
rng = random.Random(SEED)
KINDS = {
    PhoneNumberType.FIXED_LINE: "fixed", PhoneNumberType.MOBILE: "mobile", PhoneNumberType.TOLL_FREE: "toll-free",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "fixed-or-mobile", PhoneNumberType.PREMIUM_RATE: "premium",
    PhoneNumberType.SHARED_COST: "shared-cost", PhoneNumberType.VOIP: "voip", PhoneNumberType.PERSONAL_NUMBER: "personal",
    PhoneNumberType.PAGER: "pager", PhoneNumberType.UAN: "universal-access", PhoneNumberType.VOICEMAIL: "voicemail",
}
HOMES = ["DE", "US", "BY", "UA", "GB", "FR", "PL", "UZ", "AM", "GE", "TR", "IT"]


def say(region, text):
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return print(f"{region}\t{text}\t-\t-")
    kind = KINDS.get(phonenumbers.number_type(number), "-")
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164) if kind != "-" else "-"
    print(f"{region}\t{text}\t{e164}\t{kind}")


# Every area of +7, with five digits behind it that no placeholder has.
for code in range(1000):
    for _ in range(COUNT):
        say("RU", f"+7{code:03d}{rng.randint(10, 99)}{rng.randint(10, 99)}{rng.choice([183, 427, 629, 946])}")
for region in HOMES:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    examples = [kind.example_number for kind in (metadata.fixed_line, metadata.mobile) if kind and kind.example_number]
    for _ in range(COUNT * 10):
        digits = list(rng.choice(examples))
        for place in rng.sample(range(2, len(digits)), 3):
            digits[place] = rng.choice("0123456789")
        number = "".join(digits)
        say(region, f"+{metadata.country_code}{number}")
        say(region, (metadata.national_prefix or "") + number)
