package gleaner.faults.relay;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One connection through the relay: two sockets, and a pump each way. */
final class Link {

    private final Socket client;
    private final Socket server;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Link(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    /** Carries both ways until both have ended. */
    void run(Relay relay) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var there = pump(client, server, relay.toServer(), Way.TO_SERVER, relay);
        var back = pump(server, client, relay.toClient(), Way.TO_CLIENT, relay);
        for (Step step : List.<Step>of(there::read, there::deliver, back::read, back::deliver)) {
            threads.add(Thread.ofVirtual().name("relay").unstarted(() -> run(step)));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            if (!join(thread)) {
                break;
            }
        }
        close();
    }

    private Pump pump(Socket from, Socket to, Flow flow, Way way, Relay relay) {
        return new Pump(from, to, flow, relay.judged(way), relay.random(), this);
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean join(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it for both sides. What is under way is lost. */
    void close() {
        quietly(client::close);
        quietly(server::close);
        threads.forEach(Thread::interrupt);
    }

    /** Ends it for both sides with a reset (RST): whoever reads or writes next gets an error. */
    void reset() {
        quietly(() -> client.setSoLinger(true, 0));
        quietly(() -> server.setSoLinger(true, 0));
        close();
    }

    private interface Closing {
        void run() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException gone) {
            // It is what was wanted.
        }
    }
}
