package gleaner.cli;

import gleaner.event.Role;

/** A message as the input of {@code extract} gives it. */
record Said(Role role, String content) {}
