package gleaner.servers;

import gleaner.demo.Closing;

/** A running Kafka broker. */
record LogServer(String bootstrapServers, Closing.Part stop) {}
