package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void aStatementEndsAtItsSemicolonAndKeepsTheCommentsBeforeIt() {
        assertThat(statements("-- why; and how\nSELECT 1;\n\nSELECT 2 ; "))
                .containsExactly("-- why; and how\nSELECT 1", "SELECT 2");
    }

    @Test
    void aSemicolonWithinQuotesOrABodyEndsNothing() {
        assertThat(
                        statements(
                                """
                                SELECT 'a;''b;' AS "c;d"; -- behind; it
                                DO $$ BEGIN PERFORM 1; END $$;
                                DO $x$ SELECT '$$;' $x$;
                                """))
                .containsExactly(
                        "SELECT 'a;''b;' AS \"c;d\"",
                        "-- behind; it\nDO $$ BEGIN PERFORM 1; END $$",
                        "DO $x$ SELECT '$$;' $x$");
    }

    @Test
    void whatStandsBehindTheLastSemicolonIsAStatementUnlessItIsACommentOnly() {
        assertThat(statements("SELECT 1;\n-- the end\n")).containsExactly("SELECT 1");
        assertThat(statements("SELECT 1;\nSELECT 2\n")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void commentsCanBeLeftOut() {
        assertThat(Script.withoutComments("-- one\n  -- two\nSELECT 1 -- three"))
                .isEqualTo("SELECT 1 -- three");
    }

    private static List<String> statements(String text) {
        return new Script("test.sql", text).statements();
    }
}
