package io.nexum.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider on this machine: it serves discovery and keys, and signs what it is told to. */
final class Issuer implements AutoCloseable {
    static final String AUDIENCE = "nexum-api";

    private final int port;
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private volatile List<JWK> keys;

    Issuer() {
        this.server = serve(0);
        this.port = server.getAddress().getPort();
        this.keys = List.of(rsa("first"), ec("curve"));
    }

    private HttpServer serve(int at) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            started.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, """
                            {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}
                            """.formatted(url())));
            started.createContext("/keys", exchange -> {
                fetches.incrementAndGet();
                answer(exchange, new JWKSet(keys).toString());
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** A node that takes its word. The caller closes it. */
    Nexum trustedBy(Map<String, String> more) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("NEXUM_OIDC_ISSUER", url(), "NEXUM_OIDC_AUDIENCE", AUDIENCE));
        settings.putAll(more);
        return NexumServer.running().another(settings);
    }

    /** How often its keys were asked for. */
    int fetches() {
        return fetches.get();
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = serve(port);
    }

    /** From now on it has this key and no other. */
    void changeKeys(JWK key) {
        keys = List.of(key);
    }

    JWK first() {
        return keys.getFirst();
    }

    JWK last() {
        return keys.getLast();
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a good token, to be changed. */
    JWTClaimsSet.Builder claims(String tenant, String username) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(AUDIENCE)
                .subject("subject of " + username)
                .jwtID(UUID.randomUUID().toString())
                .claim("tenant", tenant)
                .claim("preferred_username", username)
                .issueTime(Date.from(now.minusSeconds(600)))
                .notBeforeTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String token(JWTClaimsSet claims) {
        return sign(claims, first());
    }

    static String sign(JWTClaimsSet claims, JWK key) {
        try {
            return switch (key) {
                case RSAKey rsa -> sign(claims, JWSAlgorithm.RS256, rsa.getKeyID(), new RSASSASigner(rsa));
                case ECKey ec -> sign(claims, JWSAlgorithm.ES256, ec.getKeyID(), new ECDSASigner(ec));
                default -> throw new IllegalArgumentException(key.getKeyType().toString());
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with another algorithm of the same key. */
    static String signWith(JWSAlgorithm algorithm, JWTClaimsSet claims, RSAKey key) {
        try {
            return sign(claims, algorithm, key.getKeyID(), new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the public key, which everybody has, for a secret. */
    static String signWithPublicKey(JWTClaimsSet claims, RSAKey key) {
        try {
            byte[] secret = key.toRSAPublicKey().getEncoded();
            return sign(claims, JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
