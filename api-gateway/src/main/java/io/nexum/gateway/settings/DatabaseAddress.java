package io.nexum.gateway.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a database is and who enters it.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
    static final String FORM =
            "postgresql://user:password@host:5432/database, or the same with postgres: or jdbc:postgresql:";

    /** @throws IllegalArgumentException saying what is wrong, without the password */
    static DatabaseAddress parse(String text) {
        if (text.startsWith("jdbc:")) {
            return parse(text.substring("jdbc:".length()));
        }
        URI uri = uri(text);
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw new IllegalArgumentException("the scheme is neither postgresql nor postgres");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("no host is named");
        }
        if (uri.getRawPath() == null || uri.getRawPath().length() < 2) {
            throw new IllegalArgumentException("no database is named");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Optional<String[]> entry = Optional.ofNullable(uri.getRawUserInfo()).map(info -> info.split(":", 2));
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                entry.map(parts -> decoded(parts[0])),
                entry.filter(parts -> parts.length == 2).map(parts -> decoded(parts[1])));
    }

    /** What the database is called. */
    public String database() {
        String path = URI.create(jdbcUrl.substring("jdbc:".length())).getPath();
        return path.substring(1);
    }

    /** Another database of the same server, entered by the same user. */
    public DatabaseAddress of(String name) {
        String query = jdbcUrl.contains("?") ? jdbcUrl.substring(jdbcUrl.indexOf('?')) : "";
        String server = jdbcUrl.substring(0, jdbcUrl.length() - query.length());
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new DatabaseAddress(server.substring(0, server.lastIndexOf('/') + 1) + encoded + query, user, password);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "it is no URL; write special characters of the password as %40 for @, %2F for / and so on", e);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Neither the password nor the query, which may hold it too. */
    @Override
    public String toString() {
        return jdbcUrl.replaceAll("\\?.*", "");
    }
}
