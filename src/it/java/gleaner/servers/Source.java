package gleaner.servers;

import java.io.IOException;

/** A way to get the two servers; each call starts one. */
interface Source extends AutoCloseable {
    DatabaseServer database() throws IOException;

    LogServer log() throws IOException;

    @Override
    void close() throws IOException;

    /** How to name it to whoever runs the tests. */
    String title();
}
