package gleaner.faults;

/**
 * Who speaks and of what.
 *
 * @param users how many speak
 * @param hotShare how many events of a hundred are of the first user alone
 * @param answers whether some say a thing only in answer to a question, so that a turn means
 *     nothing without those before it
 * @param revisions whether messages are edited and deleted, and users forgotten
 */
record Mix(int users, int hotShare, boolean answers, boolean revisions) {
    /** Everything that happens in conversations. */
    static final Mix EVERYTHING = new Mix(40, 0, true, true);

    Mix among(int count) {
        return new Mix(count, hotShare, answers, revisions);
    }

    Mix withHotUser(int percent) {
        return new Mix(users, percent, answers, revisions);
    }

    /** What each message means stands in it alone. */
    Mix withoutAnswers() {
        return new Mix(users, hotShare, false, revisions);
    }

    Mix withoutRevisions() {
        return new Mix(users, hotShare, answers, false);
    }
}
