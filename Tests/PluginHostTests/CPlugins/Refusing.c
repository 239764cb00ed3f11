#define CREATE_FAILS
#define MANIFEST "{\"name\":\"Refusing\",\"version\":\"1\",\"rules\":[" RULE("loud-names") "]}"
#include "shout.h"
