package gleaner.demo;

import java.nio.file.Path;

/**
 * Shows where to look further while everything runs.
 *
 * @param somebody of whom something is known, for the example
 */
record Doors(DemoServers servers, int httpPort, Path log, String somebody) {

    void show(Terminal terminal) {
        new Section(terminal).heading("look further", "while this runs");
        var http = "http://" + EmbeddedPostgres.HOST + ":" + httpPort;
        door(terminal, "PostgreSQL", servers.psqlUri());
        door(
                terminal,
                "Kafka",
                servers.kafka().bootstrapServers() + ", topic " + DemoServers.TOPIC);
        door(terminal, "health", http + "/health/ready");
        door(terminal, "metrics", http + "/metrics");
        door(terminal, "log", log.toString());
        terminal.blank();
        terminal.line("  psql " + servers.psqlUri() + " -c \\");
        terminal.line("    \"SELECT entity_name, relationship_type, confidence, last_updated");
        terminal.line(
                "       FROM get_user_facts_with_relations('" + Cells.printable(somebody) + "')\"");
        terminal.blank();
        terminal.line(terminal.faint("  Ctrl-C ends it and removes the folder"));
    }

    private static void door(Terminal terminal, String name, String where) {
        terminal.line("  " + terminal.faint(name + " ".repeat(12 - name.length())) + where);
    }
}
