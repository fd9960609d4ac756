package gleaner;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The arrows between the packages, and a few things that are easier kept out than found. */
@AnalyzeClasses(packages = "gleaner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    // --- which package may know which

    @ArchTest
    static final ArchRule MEMORY =
            only("memory")
                    .because(
                            "the domain is plain Java, to be understood and tested alone; let the"
                                    + " package that needs a tool call the tool and hand over"
                                    + " the result");

    @ArchTest
    static final ArchRule EVENT =
            only("event", "com.fasterxml.jackson..")
                    .because(
                            "decoding turns bytes into an event and nothing else; what is done"
                                    + " with the event belongs into extract or cycle");

    @ArchTest
    static final ArchRule EXTRACT =
            only("extract", "gleaner.event..", "gleaner.memory..")
                    .because(
                            "extraction is a pure function, and runs the same on any thread; give"
                                    + " it what it needs as a parameter, and schedule it in"
                                    + " cycle");

    @ArchTest
    static final ArchRule EVAL =
            only(
                            "eval",
                            "gleaner.event..",
                            "gleaner.extract..",
                            "gleaner.memory..",
                            "com.fasterxml.jackson..")
                    .because(
                            "reading is measured without a server; what a command prints belongs"
                                    + " into cli");

    @ArchTest
    static final ArchRule CONFIG =
            only("config", "com.fasterxml.jackson..")
                    .because(
                            "settings are read before anything else exists; turn them into another"
                                    + " package's own limits where the parts are put together");

    @ArchTest
    static final ArchRule DOCTOR =
            only("doctor")
                    .because(
                            "a diagnosis is what the checks say, and knows none of them; put a"
                                    + " check beside the tool that it asks");

    @ArchTest
    static final ArchRule CYCLE =
            only(
                            "cycle",
                            "gleaner.event..",
                            "gleaner.extract..",
                            "gleaner.memory..",
                            "gleaner.config..",
                            "io.vertx.core..",
                            "org.slf4j..")
                    .because(
                            "the cycle is tested without a broker and a database; declare a port in"
                                    + " cycle, and implement it in the package of the tool");

    @ArchTest static final ArchRule KAFKA = adapter("kafka", "postgres", "llm", "http");

    @ArchTest static final ArchRule POSTGRES = adapter("postgres", "kafka", "llm", "http");

    @ArchTest static final ArchRule LLM = adapter("llm", "kafka", "postgres", "http");

    @ArchTest static final ArchRule HTTP = adapter("http", "kafka", "postgres", "llm");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("gleaner.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because(
                            "two packages that know each other are one; move what both need to the"
                                    + " one that the other knows already");

    // --- where a tool may be known

    @ArchTest
    static final ArchRule KAFKA_CLIENTS =
            onlyIn("kafka", "org.apache.kafka..", "io.vertx.kafka..")
                    .because("a log is a RecordSource to everybody else; widen that port");

    @ArchTest
    static final ArchRule DATABASE_CLIENTS =
            onlyIn(
                            "postgres",
                            "io.vertx.sqlclient..",
                            "io.vertx.pgclient..",
                            "org.postgresql..",
                            "org.flywaydb..",
                            "java.sql..",
                            "javax.sql..")
                    .because(
                            "statements and SQLSTATEs are decided on in one place; offer what is"
                                    + " needed as a method that speaks of memory");

    @ArchTest
    static final ArchRule WEB =
            onlyIn("http", "io.vertx.ext.web..")
                    .because("pages and probes are served in one place; add a route there");

    // --- what is kept out

    @ArchTest
    static final ArchRule ONE_EXIT =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("gleaner.Gleaner")
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .because(
                            "who exits skips what others have to close; return or fail, up to"
                                    + " Gleaner.main, which knows the exit codes");

    @ArchTest
    static final ArchRule STANDARD_STREAMS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("gleaner.cli..")
                    .and()
                    .doNotHaveFullyQualifiedName("gleaner.Gleaner")
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("output belongs to the commands; log through slf4j, with fixed keys");

    @ArchTest
    static final ArchRule ONE_LOGGING =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..")
                    .because("one set-up rules all logs; use slf4j");

    @ArchTest
    static final ArchRule NO_HIDDEN_TIME_OR_CHANCE =
            noClasses()
                    .that()
                    .resideInAnyPackage("gleaner.memory..", "gleaner.event..", "gleaner.extract..")
                    .should(callMethod(Instant.class, "now"))
                    .orShould(callMethod(Clock.class, "systemUTC"))
                    .orShould(callMethod(Clock.class, "systemDefaultZone"))
                    .orShould(callMethod(System.class, "currentTimeMillis"))
                    .orShould(callMethod(System.class, "nanoTime"))
                    .orShould(callMethod(Math.class, "random"))
                    .orShould(callMethod(UUID.class, "randomUUID"))
                    .because(
                            "the same events must give the same memory; take the event's own time,"
                                    + " or a Clock or RandomGenerator as a parameter");

    @ArchTest
    static final ArchRule NO_WAITING =
            noClasses()
                    .that()
                    .resideInAPackage("gleaner.cycle..")
                    .should(callMethod(Thread.class, "sleep", long.class))
                    .orShould(callMethod(CompletableFuture.class, "get"))
                    .orShould(callMethod(CompletableFuture.class, "join"))
                    .because(
                            "the cycle lives on an event loop, which must never wait; compose"
                                    + " futures, or set a timer");

    @ArchTest
    static final ArchRule NAMES =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*(Utils?|Helper|Manager|Processor|Handler|Service|Impl|Info|Data|Item)")
                    .because(
                            "such a name says nothing of what the class is for; find the word that"
                                    + " the glossary or the field has for it");

    @ArchTest
    static final ArchRule NULL_MARKED =
            classes()
                    .should(resideInANullMarkedPackage())
                    .because(
                            "elsewhere a null goes unchecked, silently; give the package a"
                                    + " package-info.java with @NullMarked");

    private static ArchRule only(String ours, String... others) {
        var allowed =
                Stream.concat(
                                Stream.of("gleaner." + ours + "..", "java..", "org.jspecify.."),
                                Stream.of(others))
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("gleaner." + ours + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule adapter(String ours, String... otherAdapters) {
        var forbidden =
                Stream.concat(
                                Stream.of("gleaner", "gleaner.cli.."),
                                Stream.of(otherAdapters).map(it -> "gleaner." + it + ".."))
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("gleaner." + ours + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .because(
                        "each tool can be exchanged alone; let them meet in a port of cycle, and"
                                + " put them together at the root");
    }

    /** The root builds the parts and closes them, so it may hold one. */
    private static ArchRule onlyIn(String ours, String... tools) {
        return noClasses()
                .that()
                .resideOutsideOfPackages("gleaner", "gleaner." + ours + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(tools);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                type,
                                type.getPackage().isAnnotatedWith(NullMarked.class),
                                type.getPackageName() + " of " + type.getName()));
            }
        };
    }
}
