package gleaner.servers;

import gleaner.demo.Closing;

/**
 * A running PostgreSQL.
 *
 * @param password accepted by the server, whether it asks for one or not
 */
record DatabaseServer(String host, int port, String user, String password, Closing.Part stop) {}
