package gleaner.extract.frame;

/** What else a frame says of its findings. */
enum Option {
    /** The entity is the activity: "collect stamps" gives "collecting stamps". */
    GERUND,
    /** A change in the past makes a present state: "moved to". */
    NOW,
    /** The state is over: "quit". */
    ENDED,
    PAST,
    /** A single past or running event says nothing of habits. */
    HABIT,
    IMPLIED,
    /** Only of things in general: "I trade stamps", not "I trade the stamps". */
    GENERIC,
    /** Further frames of the verb may match too. */
    ALSO,
    /** Only the first of a list. */
    FIRST,
    /** "a nurse at X": the employer follows. */
    EMPLOYER,
    /** Acquired: only lasting kinds of things. */
    ACQUIRED,
    /** Only where no time is named that makes it a visit. */
    STAYS
}
