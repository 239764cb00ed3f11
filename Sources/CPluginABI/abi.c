#include "revizor_plugin.h"
