package amends.contracts.document;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A method of a controller, as its annotations describe it.
///
/// @param call method and path as the service sees them
record Handler(String call, Set<String> consumes, Method method) {

    /// Set by the gateway; what comes from outside is thrown away.
    private static final String ACTOR = "Amends-Actor";

    static List<Handler> in(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .map(name -> ClassUtils.resolveClassName(name, null))
                .flatMap(Handler::of)
                .toList();
    }

    static Stream<Handler> of(Class<?> controller) {
        RequestMapping all =
                AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String prefix = all == null ? "" : all.path()[0];
        return Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .map(method -> of(prefix, method));
    }

    private static Handler of(String prefix, Method method) {
        RequestMapping mapping =
                Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
        String path = prefix + (mapping.path().length == 0 ? "" : mapping.path()[0]);
        return new Handler(
                mapping.method()[0] + " " + path,
                new TreeSet<>(Arrays.asList(mapping.consumes())),
                method);
    }

    /// Written `in name`, with a `!` when it is needed and `=` before its default.
    Set<String> parameters() {
        Set<String> parameters = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            described(parameter, PathVariable.class, "path").ifPresent(parameters::add);
            described(parameter, RequestHeader.class, "header").ifPresent(parameters::add);
            if (!Map.class.isAssignableFrom(parameter.getType())) {
                described(parameter, RequestParam.class, "query").ifPresent(parameters::add);
            }
        }
        return parameters;
    }

    private static Optional<String> described(
            Parameter parameter, Class<? extends Annotation> annotation, String place) {
        Annotation found = AnnotatedElementUtils.findMergedAnnotation(parameter, annotation);
        if (found == null) {
            return Optional.empty();
        }
        Map<String, Object> said = AnnotationUtils.getAnnotationAttributes(found);
        String told = String.valueOf(said.get("name"));
        String name = told.isEmpty() ? parameter.getName() : told;
        String standard =
                String.valueOf(said.getOrDefault("defaultValue", ValueConstants.DEFAULT_NONE));
        boolean open = standard.equals(ValueConstants.DEFAULT_NONE);
        boolean needed = open && Boolean.TRUE.equals(said.get("required"));
        return name.equals(ACTOR)
                ? Optional.empty()
                : Optional.of(
                        place
                                + " "
                                + name
                                + (needed ? "!" : "")
                                + (open || standard.isEmpty() ? "" : "=" + standard));
    }

    Optional<Type> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    /// What the answer holds.
    Type answer() {
        return method.getGenericReturnType() instanceof ParameterizedType entity
                        && entity.getRawType().getTypeName().endsWith("ResponseEntity")
                ? entity.getActualTypeArguments()[0]
                : method.getGenericReturnType();
    }
}
