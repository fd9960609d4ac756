package gleaner.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests against a real broker and a real database.
 *
 * <p>A test method (or its {@code @BeforeEach}) that has a {@link TestDatabase} parameter gets an
 * empty database of its own, dropped afterwards, and with two such parameters two; one with a
 * {@link TestLog} parameter gets the broker. A server starts when the first test asks for it, once
 * for all tests, and stops after the last. Asked for in {@code @BeforeAll}, a database is shared by
 * the tests of that class.
 *
 * <p>{@code TEST_SERVERS} (environment, or system property of that name) says where the servers
 * come from: {@code containers} (Testcontainers), {@code embedded} (packages), or {@code auto}, the
 * default: containers where a Docker engine can run them, embedded ones otherwise.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServersExtension.class)
public @interface RealServers {}
