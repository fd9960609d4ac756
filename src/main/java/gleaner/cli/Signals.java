package gleaner.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * The wish from outside that the process end. Java's own handling would run shutdown hooks and exit
 * with 128 + the signal's number, and be deaf to a second signal.
 *
 * <p>{@code sun.misc.Signal} is reached by reflection: javac warns of it, unmutably, and here
 * warnings are errors.
 */
public final class Signals {
    private static final List<String> ENDING = List.of("TERM", "INT");
    private static final int HALTED = 128;

    private Signals() {}

    /** Runs once, on a thread of its own, at the first signal; a second one halts the process. */
    public static void atFirst(Runnable action) {
        var isEnding = new AtomicBoolean();
        atEach(
                ENDING,
                number -> {
                    if (isEnding.getAndSet(true)) {
                        halt(number);
                    }
                    action.run();
                });
    }

    /**
     * Runs at every one of these signals, given its number, on a thread of its own; nothing else
     * happens.
     *
     * @param names without {@code SIG}
     */
    public static void atEach(List<String> names, IntConsumer action) {
        names.forEach(name -> handle(name, action));
    }

    /** Ends the process without another step, as the signal itself would have. */
    public static void halt(int number) {
        Runtime.getRuntime().halt(HALTED + number);
    }

    private static void handle(String name, IntConsumer action) {
        try {
            var signalClass = Class.forName("sun.misc.Signal");
            var handlerClass = Class.forName("sun.misc.SignalHandler");
            var number = signalClass.getMethod("getNumber");
            var handler =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(),
                            new Class<?>[] {handlerClass},
                            (_, _, arguments) -> {
                                action.accept((int) number.invoke(arguments[0]));
                                return null;
                            });
            signalClass
                    .getMethod("handle", signalClass, handlerClass)
                    .invoke(
                            null,
                            signalClass.getConstructor(String.class).newInstance(name),
                            handler);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException("this Java has no signals", unknown);
        }
    }
}
