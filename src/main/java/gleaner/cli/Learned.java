package gleaner.cli;

import gleaner.memory.Observation;

/**
 * One thing that a conversation teaches about its user.
 *
 * @param turn index of the message it was read in, from 0
 */
record Learned(int turn, Observation observation) {}
