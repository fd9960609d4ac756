package gleaner.extract;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Fact;
import gleaner.memory.Statement.Preference;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.List;

/** Sees to it that whoever says what to call them is known by that name. */
final class Names {
    private static final String RULE = "name:";

    private Names() {}

    /** The findings, with a name for each wish to be called so. */
    static List<Finding> joined(List<Finding> findings) {
        var all = new ArrayList<>(findings);
        findings.stream()
                .filter(Names::isNameGiven)
                .map(Names::name)
                .filter(name -> findings.stream().noneMatch(other -> isSame(name, other)))
                .forEach(all::add);
        return all;
    }

    private static boolean isNameGiven(Finding finding) {
        return finding.statement() instanceof Preference(var key, var _, var _)
                && key == PreferenceKey.PREFERRED_NAME
                && !finding.denied()
                && finding.temporal() == Temporal.CURRENT;
    }

    /** "Ana" is "Ana Souza". */
    private static boolean isSame(Finding name, Finding other) {
        return other.statement() instanceof Fact(var relation, var entity)
                && relation == Relation.IS_NAMED
                && name.statement() instanceof Fact(var _, var given)
                && (entity.key().contains(given.key()) || given.key().contains(entity.key()));
    }

    private static Finding name(Finding wish) {
        var value = ((Preference) wish.statement()).value();
        return new Finding(
                new Fact(Relation.IS_NAMED, new Entity(EntityType.PERSON, value)),
                false,
                wish.temporal(),
                wish.confidence(),
                wish.strength(),
                wish.explicit(),
                wish.start(),
                wish.end(),
                RULE + wish.rule());
    }
}
