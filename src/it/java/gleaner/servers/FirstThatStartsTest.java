package gleaner.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstThatStartsTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void theFirstWayServesWhileItWorks() throws IOException {
        var source = new FirstThatStarts(new Way("first", true), new Way("other", true));
        assertThat(source.log().bootstrapServers()).isEqualTo("first");
        assertThat(source.database().host()).isEqualTo("first");
    }

    @Test
    void afterOneFailureTheFirstWayIsNotTriedAgain() throws IOException {
        var source = new FirstThatStarts(new Way("first", false), new Way("other", true));
        assertThat(source.database().host()).isEqualTo("other");
        assertThat(source.log().bootstrapServers()).isEqualTo("other");
        assertThat(asked).containsExactly("first", "other", "other");
    }

    @Test
    void bothWaysAreClosed() throws IOException {
        new FirstThatStarts(new Way("first", true), new Way("other", true)).close();
        assertThat(asked).containsExactlyInAnyOrder("close first", "close other");
    }

    private final class Way implements Source {
        private final String name;
        private final boolean works;

        Way(String name, boolean works) {
            this.name = name;
            this.works = works;
        }

        private String start() {
            asked.add(name);
            if (!works) {
                throw new IllegalStateException("no image");
            }
            return name;
        }

        @Override
        public DatabaseServer database() {
            return new DatabaseServer(start(), 5432, "user", "password", () -> {});
        }

        @Override
        public LogServer log() {
            return new LogServer(start(), () -> {});
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public void close() {
            asked.add("close " + name);
        }
    }
}
