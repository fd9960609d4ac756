package gleaner.faults.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Stands between a client and its server, and does to their bytes what a test wants done: see
 * {@link Toxic}, one set for each direction, switched while it runs. Threads of its own, blocking.
 *
 * <p>One to PostgreSQL also tells when a COMMIT comes by, which nobody else can know: a test may
 * let it pass, cut the connection instead, or do something first.
 */
public final class Relay implements AutoCloseable {

    private final InetSocketAddress server;
    private final Function<Way, Pump.Judged> judging;
    private final Flow toServer = new Flow();
    private final Flow toClient = new Flow();
    private final Random random = new Random(1);
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Predicate<Commit> mayPass = commit -> true;
    private volatile ServerSocket door;

    /** A COMMIT on its way. */
    public enum Commit {
        /** From the client; the server does not know of it yet. */
        ASKED,
        /** The server's word that it is done; the client does not know of it yet. */
        DONE
    }

    private Relay(InetSocketAddress server, boolean postgres) {
        this.server = server;
        this.judging = postgres ? this::judgedCommits : way -> Pump.Judged.ALL;
        this.door = open(0);
    }

    /** To any server. */
    public static Relay to(String host, int port) {
        return new Relay(new InetSocketAddress(host, port), false);
    }

    /** To a PostgreSQL server. */
    public static Relay toPostgres(String host, int port) {
        return new Relay(new InetSocketAddress(host, port), true);
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return door.getLocalPort();
    }

    public Flow toServer() {
        return toServer;
    }

    public Flow toClient() {
        return toClient;
    }

    /**
     * From here on asks, for each COMMIT that comes by, whether it may pass; where not, the
     * connection is reset instead. The relay waits for the answer.
     */
    public void atCommit(Predicate<Commit> next) {
        mayPass = next;
    }

    /** Ends all connections and refuses new ones. */
    public void down() {
        quietlyClose(door);
        reset();
    }

    /** Ends all connections, each with a reset. */
    public void reset() {
        links.forEach(Link::reset);
    }

    /** Takes connections again, at the same port. */
    public void up() {
        door = open(port());
    }

    private ServerSocket open(int port) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().name("relay-door").start(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("the relay cannot listen", e);
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                var client = opened.accept();
                Thread.ofVirtual().name("relay-link").start(() -> carry(client));
            }
        } catch (IOException closed) {
            // The door is shut.
        }
    }

    private void carry(Socket client) {
        try (client;
                var there = new Socket(server.getAddress(), server.getPort())) {
            var link = new Link(client, there);
            links.add(link);
            if (door.isClosed()) { // down since the client was let in
                link.reset();
            }
            try {
                link.run(this);
            } finally {
                links.remove(link);
            }
        } catch (IOException unreachable) {
            // The client's connection is closed, as that of the relay was refused.
        }
    }

    Pump.Judged judged(Way way) {
        return judging.apply(way);
    }

    Random random() {
        return random;
    }

    private Pump.Judged judgedCommits(Way way) {
        return new Commits(way, commit -> mayPass.test(commit));
    }

    private static void quietlyClose(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is what was wanted.
        }
    }

    @Override
    public void close() {
        down();
    }
}
