int nothing_here(void) { return 0; }
