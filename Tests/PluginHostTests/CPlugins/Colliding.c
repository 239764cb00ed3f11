#define MANIFEST "{\"name\":\"Colliding\",\"version\":\"1\",\"rules\":[" RULE("mandatory-fields") "]}"
#include "shout.h"
