package io.nexum.gateway.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives an operation that has several paths an id for each: its own on the shortest one, and one that names the path on
 * the others, as in {@code login_at_rbac_auth_login}.
 */
final class OperationNames {
    /** The id of the operation that another path leads to, too. */
    static final String ALIAS_OF = "x-alias-of";

    private static final Comparator<Place> SHORTEST_FIRST =
            Comparator.<Place>comparingInt(place -> place.path().length()).thenComparing(Place::path);

    private record Place(String path, Operation operation) {}

    private OperationNames() {}

    static void tellApart(Paths paths) {
        Map<String, List<Place>> byName = new TreeMap<>();
        paths.forEach((path, item) -> item.readOperations()
                .forEach(operation -> byName.computeIfAbsent(base(operation), id -> new ArrayList<>())
                        .add(new Place(path, operation))));
        byName.forEach(OperationNames::name);
    }

    /** Without the number by which the generator tells operations of one method apart. */
    static String base(Operation operation) {
        return operation.getOperationId().replaceFirst("_[0-9]+$", "");
    }

    private static void name(String id, List<Place> places) {
        places.sort(SHORTEST_FIRST);
        places.getFirst().operation().setOperationId(id);
        for (Place alias : places.subList(1, places.size())) {
            alias.operation().setOperationId(id + "_at_" + words(alias.path()));
            alias.operation().addExtension(ALIAS_OF, id);
        }
    }

    private static String words(String path) {
        return path.replaceAll("\\{[^}]*}", "").replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
