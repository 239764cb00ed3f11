#include <libxml/xmlversion.h>
// Debian's libxml2 draws in the headers of ICU, which are not those of Foundation's own ICU; nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
