package dev.cairn.bootstrap.support;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of everything in an organisation, so that the path of any operation can be filled: a path parameter is known by
 * the word before it, {@code /customers/{id}} is a customer whatever the parameter is called.
 */
public final class World {
    /** An id that nobody has. */
    public static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)/\\{[^/}]+}");

    private final Organisation org;
    private final Map<String, String> ids = new HashMap<>();

    private World(Organisation org) {
        this.org = org;
    }

    /** A customer and a product. */
    public static World in(Organisation org) {
        var world = new World(org);
        world.ids.put("customers", org.customer("{\"name\": \"Of the world\"}"));
        world.ids.put("products", world.product());
        return world;
    }

    private String product() {
        return Organisation.id(org.as("admin", """
                {"name": "Of the world", "tasks": [{"name": "Connect", "weight": 10}]}""").post("/api/v1/products"));
    }

    /** The path with the ids of what is there; where nothing of the kind is, an id that nobody has. */
    public String fill(String path) {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> found.group(1) + "/" + ids.getOrDefault(found.group(1), NOWHERE));
    }
}
