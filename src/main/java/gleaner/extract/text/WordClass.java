package gleaner.extract.text;

/**
 * What a word can do in the grammar of the reader, whatever its part of speech. Which words do so
 * stands in {@code words.tsv} of the language pack.
 */
public enum WordClass {
    /** I. */
    SELF,
    /** we. */
    SELVES,
    /** my. */
    MY,
    /** our. */
    OUR,
    /** mine. */
    MINE,
    /** me. */
    ME,
    /** Whoever is spoken to. */
    YOU,
    /** Anybody else: he, she, they, and what is theirs. */
    OTHERS,
    /** Nobody in particular: everybody, someone. */
    ANYBODY,
    /** What holds words that are not the writer's: a story, a sign. */
    TEXT_NOUN,
    /** What follows its "to" is a thing: allergic, addicted. */
    TO_THING,
    /** A time that people like or dislike: summer, mornings. */
    SEASON,
    /** What one stays somewhere for: holiday, conference. */
    VISIT,
    /** What one wishes to do some day, not to be done by an assistant: travel, learn, own. */
    ASPIRATION,
    /** Says that a claim is not meant literally: basically, practically. */
    FIGURATIVE,
    /** Behind a number it makes an age: year, yo, f. */
    AGE_UNIT,
    /** Takes whom it is told to before what is told: tell. */
    TELLING,
    /** Behind "not" it makes a no: really, anymore. */
    WEAKENING,
    /** Links an occupation to who pays: at, for. */
    EMPLOYED_BY,
    /** Where nobody is employed: home, heart. */
    NO_EMPLOYER,
    /** Can only be a subject: he, she, they, we, I. */
    NOMINATIVE,
    NEGATION,
    /** Only this and nothing else: only, exclusively. */
    EXCLUSIVE,
    /** Behind "would" it prefers: rather, sooner. */
    RATHER,
    /** Stands for what its clause is about: what, whatever. */
    FREE_RELATIVE,
    /** A day of the week, or the end of it. */
    WEEKDAY,
    /** What nobody would choose: "I would rather die". */
    ORDEAL,
    /** Where nobody lives, though people say so: the gym, their pyjamas. */
    UNINHABITED,
    /** What an assistant offers: an option, an answer. To like it is no taste. */
    OFFERED,
    HEDGE,
    INTENSIFIER,
    DIMINISHER,
    /** An adverb that can stand anywhere without changing who does what. */
    FILLER,
    HABITUAL,
    /** Now. */
    PRESENT_TIME,
    /** Then, before: makes a statement past. */
    PAST_TIME,
    BE,
    HAVE,
    DO,
    GO,
    GET,
    /** Call somebody or something by a name. */
    CALL,
    MODAL_FUTURE,
    MODAL_WOULD,
    MODAL_CAN,
    MODAL_MAY,
    MODAL_MUST,
    CONJUNCTION,
    CONTRAST,
    /** All but: except, minus. */
    EXCEPTION,
    SUBORDINATOR,
    CONDITION,
    WH,
    DETERMINER,
    QUANTITY,
    MEASURE,
    PARTICLE,
    /** A verb of saying or thinking, that reports what another holds. */
    REPORTING,
    /** Opinions of the user's own, that hedge what follows: think, guess. */
    OPINION,
    /** What one asks an assistant for: "I want to know". */
    REQUEST,
    /** Starts an order: please, set, remind. */
    COMMAND,
    GREETING,
    /** A pronoun in the object's place. */
    BARE_OBJECT,
    /** A noun too light to be a thing that somebody has or likes. */
    LIGHT_NOUN,
    /** Names nothing, whatever stands before it: thing, one, way. */
    EMPTY_NOUN,
    TIME_NOUN,
    FAVOURITE,
    /** A plural that has no singular, or another in it: physics, glasses. */
    PLURAL_ONLY,
    /** A sort of thing before its name: "the colour red". */
    APPOSITIVE,
    /** A title of a person or an abbreviation, whose dot ends no sentence. */
    ABBREVIATION,
    /** An adjective of opinion or size, that is not part of a thing's name. */
    OPINION_ADJECTIVE,
    /** Named, called. */
    NAMING,
    /** Name, call: gives somebody a name. */
    CALLING,
    /** Introduces examples: especially, like, such. */
    EXAMPLE,
    /** A verb before another's -ing form: "try skiing". */
    CATENATIVE,
    /** A verb whose "to" says what is done, not what for: learn, try, hope. */
    AIMING,
    /** A verb that says little alone: do, make, take. */
    LIGHT_VERB,
    /** Says how a thing comes across: taste, smells, sounds. */
    SENSING,
    /** A verb that is no pursuit without an object: be, go, watch. */
    GENERAL_VERB,
    /** A preposition that can bind a complement to an activity: at, in, with. */
    ACTIVITY_PREPOSITION,
    /** Who is told something: everybody, people. */
    LISTENER,
    /** Goes on or begins doing: keeps, started. */
    KEEPING,
    /** Somebody whose word on the user's state counts: doctor, vet. */
    EXPERT,
    /** Almost: it did not happen. */
    NEARLY,
    /** Its past participle is its base form: read, put. */
    SAME_PAST,
    /** Want, plan: what follows is not so yet. */
    PROSPECT,
    /** Starts a sentence whose subject, I, is left out. */
    DROPPED_SUBJECT,
    /** Starts a sentence whose "I am" is left out: obsessed, born. */
    DROPPED_BE,
    /** Ends a description of oneself that has no verb: fan, mum, student. */
    SELF_DESCRIPTION,
    /** Stands before a thing of any sort: anything, everything. */
    UNIVERSAL,
    /** Links what stands for any sort of thing to the thing: about, involving. */
    ABOUT,
    /** Makes a boy or girl one's own child: "my little girl". */
    YOUNG,
    /** Makes a thing or a person not one's own, or not yet: dream, future, ex. */
    NOT_ONES_OWN,
    /** How much, behind the verb: most, so much. */
    DEGREE,
    /** People of no particular kind, whom a clause behind them describes. */
    PEOPLE,
    /** As {@link #DROPPED_SUBJECT}, in the -ing form. */
    PARTICIPLE_START,
    /** When, before, until: the clause says when, not what. */
    WHEN,
    /** Because, but: after it a request gives its reasons. */
    REASON,
    /** Asks for work on a text that follows: translate, summarise. */
    MATERIAL,
    /** Asks to imagine something. */
    PRETENCE,
    /** Yes. */
    AFFIRMATIVE,
    /** No. */
    NEGATIVE,
    /** Asks to agree with what was said: right?, then? */
    AGREEMENT,
    /** Before the thing that an answer names: it, there, mostly. */
    ANSWER_LEAD,
    /** All of what was offered. */
    BOTH,
    /** None of what was offered. */
    NEITHER,
    /** Where people study. */
    SCHOOL,
    /** Names something nobody may keep: password, PIN. */
    SECRET_NOUN,
    /** Story, role play, lyrics: what follows is not the user's life. */
    FICTION,
    MONTH,
    /** A verb of how something seems or what it costs, never a thing of a list: tastes, costs. */
    SEEMING,
    /** What people must do for their own good, and not for this day: lose, quit, learn. */
    RESOLVE,
    /** What one gets or becomes to be better off: fit, sober, married. */
    BETTERMENT,
    /** Longs for what comes of it: love, dying. */
    LONGING,
    /** What is longed for is the user's own doing, though one may ask for it too: see, try. */
    WONDER,
    /** Whom or what one learns something from: YouTube, grandma. */
    SOURCE,
    /** Who does something, for a living or not: "a great cook", "a bad driver". */
    DOER,
    /** Behind "64 and" it shows that the number is an age: still, never, retired. */
    STILL_LIVING,
    /** Words that show that a text is English. */
    FUNCTION_WORD
}
