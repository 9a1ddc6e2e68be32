package io.nexum.gateway.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the schemas as their Java types, save for a nested type of one word, which says too little where its outer type
 * is out of sight: the {@code Change} of a {@code CatalogueAnswer} is a {@code CatalogueChange}.
 */
final class SchemaNames extends TypeNameResolver {
    private static final String MEANS_NOTHING_HERE = "(Answers?|Body|Bodies|Responses?|Requests?|View|Controller)$";

    /** Two parts of the bank have a word for it each. */
    private static final Map<Class<?>, String> OTHERWISE =
            Map.of(io.nexum.kernel.account.ProductType.class, "AccountType");

    private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();

    /** @throws IllegalStateException if another type has the name: one would be described as the other */
    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = OTHERWISE.getOrDefault(type, named(type));
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalStateException(owner + " and " + type + " would both be the schema " + name);
        }
        return name;
    }

    private static String named(Class<?> type) {
        String name = type.getSimpleName();
        boolean oneWord = name.chars().skip(1).noneMatch(Character::isUpperCase);
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !oneWord ? name : outer.getSimpleName().replaceFirst(MEANS_NOTHING_HERE, "") + name;
    }
}
