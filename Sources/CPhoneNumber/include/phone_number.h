// What Revizor asks of libphonenumber, in C: no C++ type and no exception crosses this line.
#ifndef REVIZOR_PHONE_NUMBER_H
#define REVIZOR_PHONE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Kinds of numbers, numbered as the library numbers them.
enum {
  revizor_phone_fixed = 0,
  revizor_phone_mobile = 1,
  revizor_phone_fixed_or_mobile = 2,
  revizor_phone_toll_free = 3,
  revizor_phone_premium = 4,
  revizor_phone_shared_cost = 5,
  revizor_phone_voip = 6,
  revizor_phone_personal = 7,
  revizor_phone_pager = 8,
  revizor_phone_universal = 9,
  revizor_phone_voicemail = 10,
  revizor_phone_unknown = 11
};

// A number that exists: digits of E.164 without the plus, ISO 3166 code of the region ("001": none), kind.
typedef struct {
  char digits[20];
  char region[4];
  int32_t kind;
} revizor_phone;

// Reads a number as `region` would dial it, or with its country code where it begins with a plus.
//
// `text` is `length` bytes of digits, and a plus before them or none; `region` is two capitals and a zero byte, or empty.
// False: there is no such number, or the library failed. Safe to call from several threads.
bool revizor_phone_read(const char *text, size_t length, const char *region, revizor_phone *result);

// Writes a number of E.164 digits as people of other countries write it, at most `size` bytes with a zero byte.
//
// The count of bytes without the zero byte; 0: it cannot be written.
size_t revizor_phone_write(const char *digits, size_t length, char *result, size_t size);

#ifdef __cplusplus
}
#endif

#endif
