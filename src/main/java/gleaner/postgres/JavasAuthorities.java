package gleaner.postgres;

import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that Java knows of itself, or was told of by its own settings. */
final class JavasAuthorities {
    private JavasAuthorities() {}

    static TrustOptions trusted() {
        return TrustOptions.wrap(
                Stream.of(factory().getTrustManagers())
                        .filter(X509TrustManager.class::isInstance)
                        .findFirst()
                        .orElseThrow());
    }

    private static TrustManagerFactory factory() {
        try {
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore javas = null;
            factory.init(javas);
            return factory;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Java has no trust store of its own", broken);
        }
    }
}
