package gleaner.faults;

import java.util.List;
import java.util.random.RandomGenerator;

/** Sentences: some that the reader is known to read, some that say nothing. */
final class Sayings {
    private static final List<String> THINGS =
            List.of(
                    "green tea",
                    "hiking",
                    "chess",
                    "ramen",
                    "jazz",
                    "old maps",
                    "copper kettles",
                    "river stones",
                    "thunderstorms",
                    "cinnamon",
                    "night trains",
                    "poetry");
    private static final List<String> CITIES =
            List.of("Porto", "Oslo", "Lisbon", "Madrid", "Faro", "Rome", "Kyoto", "Lima");
    private static final List<String> NAMES = List.of("Mia", "Tom", "Ana", "Eva", "Ida");
    private static final List<String> CHATTER =
            List.of(
                    "ok, thanks",
                    "sounds good to me",
                    "what's the weather like?",
                    "hm, let me think about it",
                    "could you say that again?");

    private final RandomGenerator random;
    private int fresh;

    Sayings(RandomGenerator random) {
        this.random = random;
    }

    /** A sentence that teaches; one of four is about a thing that nobody spoke of before. */
    String teaching() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> "I love " + thing();
            case 2 -> "I hate " + thing();
            case 3 -> "I like " + thing();
            case 4 -> "I live in " + one(CITIES);
            case 5 -> "I moved to " + one(CITIES);
            case 6 -> "Call me " + one(NAMES);
            case 7 -> "I don't like " + one(THINGS) + " anymore";
            case 8 -> "keep your answers " + (random.nextBoolean() ? "short" : "long");
            default -> "I love kettle" + ++fresh + " and " + thing();
        };
    }

    String chatter() {
        return one(CHATTER);
    }

    /** What teaches only beside {@link #question}. */
    String answer() {
        return one(CITIES);
    }

    String question() {
        return "Where do you live?";
    }

    private String thing() {
        return one(THINGS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
