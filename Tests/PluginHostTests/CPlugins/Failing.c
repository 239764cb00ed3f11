#define APPLY_FAILS
#define MANIFEST "{\"name\":\"Failing\",\"version\":\"1\",\"rules\":[" RULE("loud-names") "]}"
#include "shout.h"
