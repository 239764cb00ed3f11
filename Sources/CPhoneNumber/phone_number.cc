#include "phone_number.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cstring>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

// Puts a zero byte behind as much of the text as there is room for.
void copy(const std::string &text, char *target, size_t size) {
  const size_t count = std::min(text.size(), size - 1);
  std::memcpy(target, text.data(), count);
  target[count] = '\0';
}

bool read(const std::string &text, const std::string &region, PhoneNumber *number) {
  return PhoneNumberUtil::GetInstance()->Parse(text, region, number) == PhoneNumberUtil::NO_PARSING_ERROR;
}

}  // namespace

bool revizor_phone_read(const char *text, size_t length, const char *region, revizor_phone *result) {
  try {
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const std::string home = region[0] == '\0' ? "ZZ" : region;
    if (!read(std::string(text, length), home, &number)) return false;
    // The kind is unknown exactly where there is no such number.
    const PhoneNumberUtil::PhoneNumberType kind = util->GetNumberType(number);
    if (kind == PhoneNumberUtil::UNKNOWN) return false;
    std::string written;
    util->Format(number, PhoneNumberUtil::E164, &written);
    if (written.size() < 2 || written.size() > sizeof(result->digits)) return false;
    copy(written.substr(1), result->digits, sizeof(result->digits));
    std::string place;
    util->GetRegionCodeForNumber(number, &place);
    copy(place, result->region, sizeof(result->region));
    result->kind = static_cast<int32_t>(kind);
    return true;
  } catch (...) {
    return false;
  }
}

size_t revizor_phone_write(const char *digits, size_t length, char *result, size_t size) {
  if (size == 0) return 0;
  try {
    PhoneNumber number;
    if (!read("+" + std::string(digits, length), "ZZ", &number)) return 0;
    std::string written;
    PhoneNumberUtil::GetInstance()->Format(number, PhoneNumberUtil::INTERNATIONAL, &written);
    copy(written, result, size);
    return std::min(written.size(), size - 1);
  } catch (...) {
    return 0;
  }
}
