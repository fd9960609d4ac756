package gleaner.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has been started, to be stopped in reverse: every part gets its turn, whatever another did.
 * Closing twice is closing once. Thread-safe by its lock.
 */
public final class Closing implements AutoCloseable {
    private final Deque<Part> parts = new ArrayDeque<>();

    /** How one part stops. */
    @FunctionalInterface
    public interface Part {
        void close() throws IOException;
    }

    public synchronized void add(Part part) {
        parts.push(part);
    }

    /** Stops all; the first failure is thrown after the last part has been stopped. */
    @Override
    public synchronized void close() throws IOException {
        @Nullable Exception first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (IOException | RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        switch (first) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        }
    }
}
