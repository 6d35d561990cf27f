package dev.cairn.adapters.rest.shared;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Knows which methods each path answers: whoever asks with another one is told, and the platform does not. */
@Provider
@Singleton
public class AllowedMethods implements DynamicFeature {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]+}");

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    private record Route(Pattern path, String method) {}

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var template = path(resource.getResourceClass()) + path(resource.getResourceMethod());
        var pattern = Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+") + "/?");
        for (Annotation annotation : resource.getResourceMethod().getAnnotations()) {
            var method = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (method != null) {
                routes.add(new Route(pattern, method.value()));
            }
        }
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** The methods that the path answers, as the header {@code Allow} lists them. */
    String of(String path) {
        var methods = new TreeSet<String>();
        routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.add(route.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
