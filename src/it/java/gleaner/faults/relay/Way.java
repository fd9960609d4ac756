package gleaner.faults.relay;

/** The two directions. */
enum Way {
    TO_SERVER,
    TO_CLIENT
}
