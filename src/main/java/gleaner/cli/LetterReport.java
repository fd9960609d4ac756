package gleaner.cli;

import gleaner.postgres.statement.LetterRow;

/** How dead letters are listed. */
final class LetterReport {
    private LetterReport() {}

    static Report empty() {
        return new Report(
                "position",
                "error_class",
                "sqlstate",
                "attempts",
                "created_at",
                "payload_key",
                "reason");
    }

    static void add(Report report, LetterRow letter) {
        var sealed = letter.sealed();
        report.row(
                letter.key(),
                letter.errorClass(),
                letter.sqlState(),
                letter.attempts(),
                letter.createdAt(),
                sealed == null ? null : sealed.keyId(),
                letter.reason());
    }
}
