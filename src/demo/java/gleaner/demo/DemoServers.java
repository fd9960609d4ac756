package gleaner.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The two servers of the demo, with an empty database and the topic. */
record DemoServers(EmbeddedPostgres postgres, EmbeddedKafka kafka) {
    static final String DATABASE = "gleaner";
    static final String TOPIC = "conversation.events";
    static final int PARTITIONS = 4;

    static EmbeddedPostgres startPostgres(Path folder, Closing closing)
            throws IOException, SQLException {
        var server = EmbeddedPostgres.start(folder.resolve("postgres"));
        closing.add(server::close);
        try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        return server;
    }

    static EmbeddedKafka startKafka(Path folder, Closing closing)
            throws IOException, ExecutionException, InterruptedException {
        var server = EmbeddedKafka.start(folder.resolve("kafka"));
        closing.add(server::close);
        try (var admin = admin(server)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
        }
        return server;
    }

    /** Offsets behind the last record, by partition. */
    Map<Integer, Long> ends() throws ExecutionException, InterruptedException {
        var asked =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(number -> new TopicPartition(TOPIC, number))
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        try (var admin = admin(kafka)) {
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    each -> each.getKey().partition(),
                                    each -> each.getValue().offset()));
        }
    }

    String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    String uri() {
        return "postgresql://" + EmbeddedPostgres.HOST + ":" + postgres.port() + "/" + DATABASE;
    }

    /** For people and for psql, who have no password to give. */
    String psqlUri() {
        return uri().replace("://", "://" + EmbeddedPostgres.USER + "@");
    }

    private static Admin admin(EmbeddedKafka server) {
        return Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()));
    }
}
