package gleaner.servers;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the servers to the tests that ask; JUnit's stores close what they hold. */
final class ServersExtension implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(ServersExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == TestLog.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var servers =
                context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(Servers.class, type -> Servers.asChosen(), Servers.class);
        if (parameter.getParameter().getType() == TestLog.class) {
            return servers.log();
        }
        // By place: a test that asks for two databases gets two; its @BeforeEach gets the first.
        return context.getStore(OURS)
                .computeIfAbsent(
                        "database " + nth(parameter),
                        key -> TestDatabase.createOn(servers.database()),
                        TestDatabase.class);
    }

    private static long nth(ParameterContext parameter) {
        var all = parameter.getDeclaringExecutable().getParameters();
        return Arrays.stream(all)
                .limit(parameter.getIndex())
                .filter(before -> before.getType() == TestDatabase.class)
                .count();
    }
}
