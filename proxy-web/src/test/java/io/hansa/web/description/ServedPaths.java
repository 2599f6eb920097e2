package io.hansa.web.description;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hansa.web.HansaApplication;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the classes of the web module serve: {@code get /api/v1/admin/nodes}. */
public final class ServedPaths {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.hansa.web");

    /** Forwarded to by the container, and of no use to callers. */
    private static final String ERROR_PAGE = "/error";

    private static final String SERVICES = "/api/v1/services/*";

    /** A page, and files whose addresses only the page knows. */
    private static final String CONSOLE = "/console/*";

    private ServedPaths() {}

    /** With {@code {}} for each parameter of a path. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(methods().keySet());
        for (JavaClass type : CLASSES) {
            if (type.isAnnotatedWith(WebServlet.class)) {
                ofServlet(type.reflect(), all);
            }
        }
        return all;
    }

    /** Every class with a path, which must also be one that the application names. */
    static List<Class<?>> resources() {
        List<Class<?>> resources = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            if (type.isAnnotatedWith(Path.class)) {
                resources.add(type.reflect());
            }
        }
        return resources;
    }

    /** A method of a resource, which may have it from a class above. */
    public record Served(Class<?> resource, Method method) {}

    /** The methods of the resources, by what they serve. */
    public static Map<String, Served> methods() {
        Map<String, Served> methods = new TreeMap<>();
        resources().forEach(resource -> ofResource(resource, methods));
        return methods;
    }

    public static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static void ofResource(Class<?> resource, Map<String, Served> methods) {
        String base = HansaApplication.class.getAnnotation(ApplicationPath.class).value();
        for (Method method : resource.getMethods()) {
            String verb = verb(method);
            if (verb != null) {
                Path below = method.getAnnotation(Path.class);
                String path =
                        joined(joined(base, resource.getAnnotation(Path.class).value()), below);
                methods.put(verb + " " + nameless(path), new Served(resource, method));
            }
        }
    }

    private static String joined(String path, Path below) {
        return below == null ? path : joined(path, below.value());
    }

    private static String joined(String path, String below) {
        return path + (below.startsWith("/") ? "" : "/") + below;
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static void ofServlet(Class<?> servlet, Set<String> all) {
        WebServlet mapped = servlet.getAnnotation(WebServlet.class);
        List<String> patterns = new ArrayList<>(List.of(mapped.value()));
        patterns.addAll(List.of(mapped.urlPatterns()));
        for (String pattern : patterns) {
            if (pattern.equals(SERVICES)) {
                all.add("post /api/v1/services/{}");
            } else if (pattern.equals(CONSOLE)) {
                all.add("get /console/");
            } else if (!pattern.equals(ERROR_PAGE)) {
                all.add(
                        (answersGet(servlet) ? "get " : "? ")
                                + (pattern.isEmpty() ? "/" : pattern));
            }
        }
    }

    private static boolean answersGet(Class<?> servlet) {
        for (Class<?> type = servlet; type != HttpServlet.class; type = type.getSuperclass()) {
            try {
                type.getDeclaredMethod(
                        "doGet", HttpServletRequest.class, HttpServletResponse.class);
                return true;
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return false;
    }
}
