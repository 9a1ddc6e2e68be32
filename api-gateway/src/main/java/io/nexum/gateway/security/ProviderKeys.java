package io.nexum.gateway.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.nexum.gateway.settings.OidcSettings;
import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The identity provider's public keys. They are fetched when a token asks for one that isn't known, so a provider that is
 * away keeps nothing from starting, and one that changes its keys is followed.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int PATIENCE_MS = 3_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);
    /** Within it keys are fetched twice at most: tokens that name keys that nobody has must not make us a nuisance. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(4);

    private final OidcSettings settings;
    private final DefaultResourceRetriever web = new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, MOST_BYTES);
    private volatile @Nullable URI found;
    private volatile boolean reached;

    ProviderKeys(OidcSettings settings) {
        this.settings = settings;
        this.found = settings.jwks().orElse(null);
    }

    /** The keys, kept in memory for a while and fetched anew for one that isn't among them. */
    JWKSource<SecurityContext> remembered() {
        return JWKSourceBuilder.<SecurityContext>create(this)
                .cache(KEPT.toMillis(), 4L * PATIENCE_MS)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .build();
    }

    /** Whether the provider answered when it was asked last. */
    boolean reached() {
        return reached;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            URI place = found;
            if (place == null) {
                place = discover();
                found = place;
            }
            JWKSet keys = JWKSet.parse(fetch(place));
            reached = true;
            return keys;
        } catch (IOException | ParseException | JacksonException | IllegalArgumentException e) {
            reached = false;
            LOG.warn(
                    "The keys of the identity provider {} can't be had right now: {}", settings.issuer(), e.toString());
            throw new JWKSetUnavailableException("the identity provider's keys can't be had", e);
        }
    }

    /** @throws IOException if the document is another issuer's: then its keys are another's too */
    private URI discover() throws IOException {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode document = Json.tree(fetch(URI.create(base + DISCOVERY)).getBytes(StandardCharsets.UTF_8));
        String said = document.path("issuer").asString("");
        if (!said.equals(issuer)) {
            throw new IOException("its discovery document is of the issuer " + said);
        }
        return OidcSettings.address(document.path("jwks_uri").asString(""));
    }

    private String fetch(URI address) throws IOException {
        return web.retrieveResource(address.toURL()).getContent();
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
