package gleaner.extract;

/** Told what a reader leaves out and why, so that a reading can be explained. */
@FunctionalInterface
public interface Trace {
    /** For readings that nobody asks about. */
    Trace NONE = (start, end, why) -> {};

    /** Words were left out: from one character of the message to before another. */
    void leftOut(int start, int end, Why why);

    /** Why words were left out. */
    enum Why {
        NOT_OWN("not the writer's own words"),
        OTHER_LANGUAGE("not English"),
        ASKED("asked or ordered, not stated"),
        QUOTED("quoted"),
        SUPPOSED("supposed, wished or planned for some time"),
        REPORTED("somebody else's opinion"),
        NARRATED("a text to work on, or make-believe"),
        NAMELESS("nothing that a memory could hold");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
