#define MANIFEST "{\"name\":\"Shout\",\"version\":\"1\",\"rules\":[" RULE("loud-names") "]}"
#include "shout.h"
