#define BAD_ROW
#define MANIFEST "{\"name\":\"BadRow\",\"version\":\"1\",\"rules\":[" RULE("loud-names") "]}"
#include "shout.h"
