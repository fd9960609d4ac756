package gleaner.extract;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import gleaner.memory.Statement.Fact;
import gleaner.memory.Statement.Preference;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a home which is told is known both as a fact and as the preference, whichever of
 * the two readers has understood it.
 */
final class Homes {
    private static final String RULE = "home:";

    private final Function<String, Optional<Map<String, String>>> gazetteer;

    /**
     * @param gazetteer what is known of a place by this name; empty where there is no such place
     */
    Homes(Function<String, Optional<Map<String, String>>> gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The findings of both readers, with what each says of a home said by the other too. */
    List<Finding> joined(List<Finding> facts, List<Finding> preferences) {
        var homes = facts.stream().filter(Homes::isHome).toList();
        var locations = preferences.stream().filter(Homes::isLocation).toList();
        var all = new ArrayList<Finding>();
        facts.stream().filter(fact -> !isSuperseded(fact, locations)).forEach(all::add);
        all.addAll(preferences);
        locations.stream()
                .filter(location -> homes.stream().noneMatch(home -> isSame(home, location)))
                .map(Homes::home)
                .forEach(all::add);
        if (locations.stream().noneMatch(Homes::isHeld)) {
            homes.stream().filter(Homes::isHeld).flatMap(this::location).limit(1).forEach(all::add);
        }
        return all;
    }

    /** "I live in Leeds... sorry, Oslo": of two homes in one message the later stands. */
    private static boolean isSuperseded(Finding fact, List<Finding> locations) {
        return isHome(fact)
                && isHeld(fact)
                && locations.stream()
                        .anyMatch(location ->
                                isHeld(location)
                                        && location.start() > fact.start()
                                        && !isSame(fact, location));
    }

    private static boolean isHome(Finding finding) {
        return finding.statement() instanceof Fact(var relation, var _)
                && relation == Relation.LIVES_IN;
    }

    private static boolean isLocation(Finding finding) {
        return finding.statement() instanceof Preference(var key, var _, var _)
                && key == PreferenceKey.LOCATION;
    }

    private static boolean isHeld(Finding finding) {
        return !finding.denied() && finding.temporal() == Temporal.CURRENT;
    }

    /** "Portland" is "Portland, Oregon". */
    private static boolean isSame(Finding one, Finding other) {
        var a = place(one).toLowerCase(Locale.ROOT);
        var b = place(other).toLowerCase(Locale.ROOT);
        return a.contains(b) || b.contains(a);
    }

    private static String place(Finding finding) {
        return switch (finding.statement()) {
            case Fact(var _, var entity) -> entity.name();
            case Preference(var _, var value, var _) -> value;
            case Statement.TopicWish(var topic, var _) -> topic;
        };
    }

    private static Finding home(Finding location) {
        var entity = new Entity(EntityType.PLACE, place(location));
        return retold(location, new Fact(Relation.LIVES_IN, entity));
    }

    /** A home is a location by its name: not "a flat", not "my van". */
    private Stream<Finding> location(Finding home) {
        var name = place(home);
        var attributes = gazetteer.apply(name).orElse(isProper(name) ? Map.of() : null);
        return location(home, name, attributes).stream();
    }

    private static Optional<Finding> location(
            Finding home, String name, @Nullable Map<String, String> attributes) {
        return Optional.ofNullable(attributes)
                .flatMap(known ->
                        PreferenceKey.LOCATION
                                .normalise(name)
                                .map(value ->
                                        retold(
                                                home,
                                                new Preference(
                                                        PreferenceKey.LOCATION, value, known))));
    }

    private static boolean isProper(String name) {
        return name.chars().anyMatch(Character::isUpperCase);
    }

    private static Finding retold(Finding finding, Statement statement) {
        return new Finding(
                statement,
                finding.denied(),
                finding.temporal(),
                finding.confidence(),
                finding.strength(),
                finding.explicit(),
                finding.start(),
                finding.end(),
                RULE + finding.rule());
    }
}
