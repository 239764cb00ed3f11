#define MANIFEST "name: NotJSON"
#include "shout.h"
