package gleaner.faults.relay;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries one direction of one connection: a thread that reads, so that it is known when bytes
 * came, and one that delivers them when and as the toxics say.
 */
final class Pump {

    private static final int CHUNK = 16 << 10;
    private static final int CHUNKS_UNDER_WAY = 1_024;

    /** Into so many parts the bytes of a second are cut, for their rate to be even. */
    private static final int PARTS_OF_A_SECOND = 10;

    private final Socket from;
    private final Socket to;
    private final Flow flow;
    private final Judged judged;
    private final Random random;
    private final Link link;
    private final BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>(CHUNKS_UNDER_WAY);
    private long carried;

    /** Bytes as they came; none of them at the end. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Chunk(byte[] bytes, long arrivedNanos) {}

    /** Cuts bytes into pieces and says of each whether it may pass. */
    interface Judged {

        /** Bytes as they come, and all may pass. */
        Judged ALL =
                new Judged() {
                    @Override
                    public List<byte[]> pieces(byte[] bytes) {
                        return List.of(bytes);
                    }

                    @Override
                    public boolean mayPass(byte[] piece) {
                        return true;
                    }
                };

        List<byte[]> pieces(byte[] bytes);

        boolean mayPass(byte[] piece);
    }

    Pump(Socket from, Socket to, Flow flow, Judged judged, Random random, Link link) {
        this.from = from;
        this.to = to;
        this.flow = flow;
        this.judged = judged;
        this.random = random;
        this.link = link;
    }

    /** Reads to the end. */
    void read() throws InterruptedException {
        var buffer = new byte[CHUNK];
        try {
            var in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                underWay.put(new Chunk(Arrays.copyOf(buffer, n), System.nanoTime()));
            }
        } catch (IOException reset) {
            // The other side learns it as an end, like any other.
        }
        underWay.put(new Chunk(new byte[0], System.nanoTime()));
    }

    /** Delivers to the end. */
    void deliver() throws InterruptedException {
        try {
            for (var chunk = underWay.take(); chunk.bytes.length > 0; chunk = underWay.take()) {
                for (var piece : judged.pieces(chunk.bytes)) {
                    if (!judged.mayPass(piece)) {
                        link.reset();
                        return;
                    }
                    carry(piece, chunk.arrivedNanos, flow.toxics());
                }
            }
            end(flow.onceNotStalled());
        } catch (IOException gone) {
            link.reset();
        }
    }

    /** Carries a piece past the first of these toxics, and on past the others. */
    private void carry(byte[] piece, long arrived, List<Toxic> toxics)
            throws IOException, InterruptedException {
        if (toxics.isEmpty()) {
            to.getOutputStream().write(piece);
            carried += piece.length;
            return;
        }
        var rest = toxics.subList(1, toxics.size());
        switch (toxics.getFirst()) {
            case Toxic.Latency(var delay, var jitter) -> {
                sleep(delay.toNanos() + jitter(jitter) - (System.nanoTime() - arrived));
                carry(piece, arrived, rest);
            }
            case Toxic.Bandwidth(int rate) -> slowly(piece, rate, arrived, rest);
            case Toxic.Slicer slicer -> inParts(piece, slicer, arrived, rest);
            case Toxic.LimitData(long bytes) -> {
                var room = Math.clamp(bytes - carried, 0, piece.length);
                carry(Arrays.copyOf(piece, room), arrived, rest);
                if (room < piece.length) {
                    link.close();
                }
            }
            case Toxic.Timeout(var after) -> {
                if (!after.isZero()) {
                    sleep(after.toNanos());
                    link.close();
                }
            }
            case Toxic.ResetPeer(var after) -> {
                sleep(after.toNanos());
                link.reset();
            }
            case Toxic.Stalled() -> carry(piece, arrived, flow.onceNotStalled());
            case Toxic.SlowClose _ -> carry(piece, arrived, rest);
        }
    }

    private void slowly(byte[] piece, int rate, long arrived, List<Toxic> rest)
            throws IOException, InterruptedException {
        var size = Math.max(1, rate / PARTS_OF_A_SECOND);
        for (int at = 0; at < piece.length; at += size) {
            var part = Arrays.copyOfRange(piece, at, Math.min(piece.length, at + size));
            sleep(TimeUnit.SECONDS.toNanos(part.length) / rate);
            carry(part, arrived, rest);
        }
    }

    private void inParts(byte[] piece, Toxic.Slicer slicer, long arrived, List<Toxic> rest)
            throws IOException, InterruptedException {
        for (int at = 0; at < piece.length; ) {
            var variation = random.nextInt(-slicer.variation(), slicer.variation() + 1);
            var next = Math.min(piece.length, at + slicer.averageSize() + variation);
            carry(Arrays.copyOfRange(piece, at, next), arrived, rest);
            sleep(slicer.pause().toNanos());
            at = next;
        }
    }

    private void end(List<Toxic> toxics) throws IOException, InterruptedException {
        for (var toxic : toxics) {
            if (toxic instanceof Toxic.SlowClose(var delay)) {
                sleep(delay.toNanos());
            }
        }
        if (!toxics.contains(new Toxic.Timeout(Duration.ZERO))) {
            to.shutdownOutput();
        }
    }

    private long jitter(Duration most) {
        return random.nextLong(-most.toNanos(), most.toNanos() + 1);
    }

    private static void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
    }
}
