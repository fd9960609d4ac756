package gleaner.config;

import gleaner.config.Kind.Parsed;
import java.net.Inet6Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the database is; who we are there is set elsewhere, so that this may be shown.
 *
 * <p>The reactive client and, behind {@code jdbc:}, the driver of the migrations both read it, and
 * each knows parameters that lead elsewhere: {@code host}, {@code dbname}, {@code PGHOST}. So only
 * what both read in the same way is taken.
 */
final class PostgresUri {
    static final Kind<String> KIND =
            Kinds.scalar(
                    "postgresql://host:port/database, with ?sslmode=... and &sslrootcert=... if"
                            + " need be, without user and password",
                    PostgresUri::parse);

    private static final String SCHEME = "postgresql://";
    private static final String SSL_MODE = "sslmode";
    private static final String SSL_ROOT_CERT = "sslrootcert";
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Set<String> IDENTITY = Set.of("user", "password");

    private static final Pattern PARTS =
            Pattern.compile("(?<authority>[^/?]*)(/(?<database>[^?]*))?([?](?<parameters>.*))?");
    private static final Pattern AUTHORITY =
            Pattern.compile("([\\w.-]+|\\[(?<address>[0-9A-Fa-f:]+)])(:(?<port>.*))?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int MAX_PORT = 65_535;

    /** A NUL ends the name on the wire. */
    private static final Pattern DATABASE =
            Pattern.compile("([\\w.~-]|%(?!00)\\p{XDigit}{2}){1,252}");

    private static final Pattern PATH = Pattern.compile("[\\w./~:@-]+");

    private PostgresUri() {}

    private static Parsed<String> parse(String text) {
        if (!text.startsWith(SCHEME)) {
            return new Parsed.Wrong<>("not a " + SCHEME + " URI");
        }
        var parts = PARTS.matcher(text.substring(SCHEME.length()));
        if (!parts.matches()) {
            return new Parsed.Wrong<>("no URI");
        }
        var authority = parts.group("authority");
        var parameters = parameters(Optional.ofNullable(parts.group("parameters")));
        return Stream.of(
                        identity(authority, parameters),
                        place(authority),
                        database(Optional.ofNullable(parts.group("database"))),
                        unknown(parameters),
                        encryption(parameters))
                .flatMap(Optional::stream)
                .findFirst()
                .<Parsed<String>>map(Parsed.Wrong::new)
                .orElseGet(() -> new Parsed.Value<>(text));
    }

    private static Optional<String> identity(String authority, List<Parameter> parameters) {
        var named = parameters.stream().anyMatch(parameter -> IDENTITY.contains(parameter.plain()));
        return when(
                authority.contains("@") || named,
                "holding a user or a password, which belong in postgres.user and"
                        + " postgres.password or postgres.password-file");
    }

    private static Optional<String> place(String authority) {
        var place = AUTHORITY.matcher(authority);
        if (!place.matches()) {
            return Optional.of("without a host");
        }
        var address = place.group("address");
        if (address != null && !isAddress(address)) {
            return Optional.of("with a host in brackets that is no IPv6 address");
        }
        var port = place.group("port");
        return when(port != null && !isPort(port), "with a port outside 1 to " + MAX_PORT);
    }

    /** Without its IPv4 notation, which the reactive client does not read. */
    private static boolean isAddress(String text) {
        try {
            Inet6Address.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isPort(String port) {
        if (!PORT.matcher(port).matches()) {
            return false;
        }
        int number = Integer.parseInt(port);
        return number >= 1 && number <= MAX_PORT;
    }

    private static Optional<String> database(Optional<String> name) {
        return when(
                name.filter(n -> DATABASE.matcher(n).matches()).isEmpty(), "without a database");
    }

    private static Optional<String> unknown(List<Parameter> parameters) {
        var names = new HashSet<String>();
        return when(
                !parameters.stream().allMatch(p -> p.isKnown() && names.add(p.name())),
                "with parameters other than one " + SSL_MODE + " and one " + SSL_ROOT_CERT);
    }

    private static Optional<String> encryption(List<Parameter> parameters) {
        for (var parameter : parameters) {
            if (parameter.name().equals(SSL_MODE) && !SSL_MODES.contains(parameter.value())) {
                return Optional.of("with an " + SSL_MODE + " that is none");
            }
            if (parameter.name().equals(SSL_ROOT_CERT)
                    && !PATH.matcher(parameter.value()).matches()) {
                return Optional.of("with an " + SSL_ROOT_CERT + " that is no path");
            }
        }
        return Optional.empty();
    }

    private static List<Parameter> parameters(Optional<String> text) {
        return text.stream()
                .flatMap(t -> Arrays.stream(t.split("&", -1)))
                .map(Parameter::of)
                .toList();
    }

    private static Optional<String> when(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }

    private record Parameter(String name, String value) {
        static Parameter of(String text) {
            var nameAndValue = text.split("=", 2);
            return new Parameter(nameAndValue[0], nameAndValue.length < 2 ? "" : nameAndValue[1]);
        }

        boolean isKnown() {
            return name.equals(SSL_MODE) || name.equals(SSL_ROOT_CERT);
        }

        /** The name as a client may read it. */
        String plain() {
            try {
                return URLDecoder.decode(name, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException notEncoded) {
                return name;
            }
        }
    }
}
