package gleaner.faults.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each toxic, on a connection to a server that sends everything back. */
class RelayTest {

    private static final Duration SHORT = Duration.ofMillis(80);

    /** In milliseconds; only a broken relay lets a read wait so long. */
    private static final int HANGING = 30_000;

    private EchoServer server;
    private Relay relay;

    @BeforeEach
    void start() throws IOException {
        server = new EchoServer();
        relay = Relay.to("127.0.0.1", server.port());
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        server.close();
    }

    @Test
    void withoutToxicsBytesPassAsTheyAre() throws Exception {
        var sent = new byte[3 << 20];
        new Random(1).nextBytes(sent);
        try (var client = connect()) {
            var sending =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    client.getOutputStream().write(sent);
                                    client.shutdownOutput();
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(sent);
            sending.join();
        }
    }

    @Test
    void latencyDelaysEverything() throws Exception {
        relay.toServer().set(new Toxic.Latency(SHORT, Duration.ZERO));
        try (var client = connect()) {
            var start = System.nanoTime();
            for (int n = 0; n < 200; n++) {
                send(client, "0123456789");
            }
            assertThat(receive(client, 2_000)).endsWith("0123456789");
            assertThat(since(start)).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void jitterMovesTheDelayBothWays() throws Exception {
        relay.toClient().set(new Toxic.Latency(SHORT, SHORT.dividedBy(2)));
        try (var client = connect()) {
            var start = System.nanoTime();
            send(client, "a");
            assertThat(receive(client, 1)).isEqualTo("a");
            assertThat(since(start)).isGreaterThanOrEqualTo(SHORT.dividedBy(2));
        }
    }

    @Test
    void bandwidthSpreadsBytesOverTime() throws Exception {
        relay.toServer().set(new Toxic.Bandwidth(10_000));
        try (var client = connect()) {
            var start = System.nanoTime();
            send(client, "x".repeat(2_000));
            assertThat(receive(client, 2_000)).hasSize(2_000);
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void slicesArriveOneByOne() throws Exception {
        relay.toClient().set(new Toxic.Slicer(5, 0, Duration.ofHours(1)));
        try (var client = connect()) {
            send(client, "01234567");
            assertThat(receive(client, 5)).isEqualTo("01234");
            assertThat(client.getInputStream().available()).isZero();
        }
    }

    @Test
    void slicesArriveInOrder() throws Exception {
        relay.toClient().set(new Toxic.Slicer(10, 9, Duration.ZERO));
        try (var client = connect()) {
            var text = "0123456789".repeat(100);
            send(client, text);
            assertThat(receive(client, 1_000)).isEqualTo(text);
        }
    }

    @Test
    void behindTheLimitTheConnectionEnds() throws Exception {
        relay.toClient().set(new Toxic.LimitData(7));
        try (var client = connect()) {
            send(client, "0123");
            assertThat(receive(client, 4)).isEqualTo("0123");
            send(client, "456789");
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("456".getBytes(US_ASCII));
        }
    }

    @Test
    void inABlackHoleBytesAreGoneForGood() throws Exception {
        try (var client = connect()) {
            relay.toServer().set(new Toxic.Timeout(Duration.ZERO));
            send(client, "lost");
            untilIdle(client);
            relay.toServer().clear();
            send(client, "found");
            assertThat(receive(client, 5)).isEqualTo("found");
        }
    }

    @Test
    void aTimeoutEndsTheConnection() throws Exception {
        relay.toServer().set(new Toxic.Timeout(SHORT));
        try (var client = connect()) {
            var start = System.nanoTime();
            send(client, "lost");
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(since(start)).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void aResetIsAnErrorForTheClient() throws Exception {
        relay.toServer().set(new Toxic.ResetPeer(SHORT));
        try (var client = connect()) {
            send(client, "lost");
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void whatStallsArrivesLate() throws Exception {
        try (var client = connect()) {
            relay.toServer().set(new Toxic.Stalled());
            send(client, "late, ");
            untilIdle(client);
            send(client, "but all");
            relay.toServer().clear();
            assertThat(receive(client, 13)).isEqualTo("late, but all");
        }
    }

    @Test
    void aSlowCloseIsToldLater() throws Exception {
        relay.toClient().set(new Toxic.SlowClose(SHORT));
        try (var client = connect()) {
            var start = System.nanoTime();
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(since(start)).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void downEndsAndRefusesConnectionsUntilItIsUpAgain() throws Exception {
        try (var client = connect()) {
            send(client, "a");
            receive(client, 1);
            relay.down();
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            relay.up();
        }
        try (var client = connect()) {
            send(client, "b");
            assertThat(receive(client, 1)).isEqualTo("b");
        }
    }

    @Test
    void aServerThatIsNotThereEndsTheConnection() throws Exception {
        server.close();
        try (var client = connect()) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        client.setSoTimeout(HANGING);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String receive(Socket client, int bytes) throws IOException {
        return new String(client.getInputStream().readNBytes(bytes), US_ASCII);
    }

    /** Nothing came for a while: what was sent has met its fate. */
    private static void untilIdle(Socket client) throws IOException {
        client.setSoTimeout(500);
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(HANGING);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
