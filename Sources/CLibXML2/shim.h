#include <libxml/xmlversion.h>
// Debian's libxml2 draws in the headers of ICU, which are not those of Foundation's own ICU; nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

// Some messages come through no handler of errors but this one, which can only be set from C: it takes what is left.
static void xmlSayNothing(void *context, const char *message, ...) {}
static inline void xmlKeepQuiet(void) { xmlSetGenericErrorFunc(0, xmlSayNothing); }
