package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/**
 * Names too long for the index by which readers look them up. It holds the whole entry, and an
 * entry of a B-tree may have 2,704 bytes (PostgreSQL, "BTMaxItemSize"). What can be compressed may
 * fit all the same, so this asks for a little more than is needed.
 */
final class LongNamesCheck implements DatabaseCheck {
    private static final String CHECK = "preferences.preferred_name";
    private static final int MAX_BYTES = 2_680;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.hasPreferences()) {
            return List.of();
        }
        var found = CountedRows.of(database, longNames(schema.document()));
        if (found.isNone()) {
            return List.of(Finding.fine(CHECK, "all entries fit the index of names"));
        }
        return List.of(
                Finding.asks(
                                CHECK,
                                "entries of preferred_name are over 2.7 kB, which the index of"
                                        + " names refuses: V4 where it is pending, and every later"
                                        + " UPDATE",
                                "Shorten what these entries hold beside value and confidence, such"
                                        + " as metadata.")
                        .of(found.count(), found.firstIds()));
    }

    private static String longNames(String document) {
        return """
        SELECT universal_id
          FROM (SELECT universal_id, %s AS document FROM public.universal_users) AS looked_at
         WHERE octet_length(document->>'preferred_name') > %d
        """
                .formatted(document, MAX_BYTES);
    }
}
