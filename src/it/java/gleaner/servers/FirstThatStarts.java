package gleaner.servers;

import gleaner.demo.Closing;
import java.io.IOException;

/**
 * One way, and another from the first server on that cannot be started so: an engine may answer and
 * yet have no image and no way to one.
 */
final class FirstThatStarts implements Source {
    private final Source first;
    private final Source other;
    private boolean failed;

    FirstThatStarts(Source first, Source other) {
        this.first = first;
        this.other = other;
    }

    @Override
    public DatabaseServer database() throws IOException {
        return either(Source::database);
    }

    @Override
    public LogServer log() throws IOException {
        return either(Source::log);
    }

    private <T> T either(Start<T> start) throws IOException {
        if (!failed) {
            try {
                return start.from(first);
            } catch (RuntimeException e) {
                failed = true;
                System.out.printf(
                        "integration servers: %s from here on; %s failed: %s%n",
                        other.title(), first.title(), e.getMessage());
            }
        }
        return start.from(other);
    }

    @Override
    public String title() {
        return first.title();
    }

    @Override
    public void close() throws IOException {
        var both = new Closing();
        both.add(first::close);
        both.add(other::close);
        both.close();
    }

    private interface Start<T> {
        T from(Source source) throws IOException;
    }
}
