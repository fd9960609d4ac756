package gleaner.extract.text;

/** Parts of speech: those of the Penn Treebank, and a few of chat. */
public enum Tag {
    NN,
    NNS,
    NNP,
    VB,
    VBP,
    VBZ,
    VBD,
    VBG,
    VBN,
    JJ,
    RB,
    IN,
    DT,
    PRP,
    PRPS,
    CC,
    CD,
    MD,
    TO,
    WP,
    WRB,
    UH,
    EX,
    RP,
    POS,
    /** Ends a sentence. */
    STOP,
    COMMA,
    SYM,
    EMOJI,
    /** An address of the web or of mail. */
    URL,
    /** A number, key or code that nobody must find in a memory. */
    SECRET;

    /** Common or proper, one or many. */
    public boolean isNoun() {
        return this == NN || this == NNS || this == NNP;
    }

    public boolean isVerb() {
        return compareTo(VB) >= 0 && compareTo(VBN) <= 0;
    }

    /** A verb that has a subject of its own, or the modal before one. */
    public boolean isFinite() {
        return this == VBP || this == VBZ || this == VBD || this == MD;
    }

    /** Ends or interrupts a phrase. */
    public boolean isBreak() {
        return this == STOP || this == COMMA || this == SYM || this == EMOJI;
    }
}
