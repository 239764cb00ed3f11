#define ABI 99
#define MANIFEST "{\"name\":\"OldABI\",\"version\":\"1\",\"rules\":[" RULE("loud-names") "]}"
#include "shout.h"
