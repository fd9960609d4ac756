package gleaner.servers;

import gleaner.demo.Closing;
import java.io.IOException;

/**
 * One way, and another for each server that cannot be started in the first: an engine may answer
 * and yet have no image and no way to one.
 */
final class FirstThatStarts implements Source {
    private final Source first;
    private final Source other;

    FirstThatStarts(Source first, Source other) {
        this.first = first;
        this.other = other;
    }

    @Override
    public DatabaseServer database() throws IOException {
        try {
            return first.database();
        } catch (RuntimeException e) {
            turnTo("PostgreSQL", e);
            return other.database();
        }
    }

    @Override
    public LogServer log() throws IOException {
        try {
            return first.log();
        } catch (RuntimeException e) {
            turnTo("Kafka", e);
            return other.log();
        }
    }

    private void turnTo(String server, RuntimeException why) {
        System.out.printf(
                "integration servers: %s from %s, because %s failed: %s%n",
                server, other.title(), first.title(), why.getMessage());
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
}
