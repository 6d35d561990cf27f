package dev.cairn.adapters.rest.description;

import java.lang.reflect.Modifier;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Finds the name of the operation that a method is. */
final class OperationIds {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private OperationIds() {}

    /** Whether the method is an operation of products and one of solutions. */
    static boolean isShared(MethodInfo method) {
        return Modifier.isAbstract(method.declaringClass().flags());
    }

    static String of(MethodInfo method) {
        var operation = method.annotation(OPERATION);
        if (operation == null || operation.value("operationId") == null) {
            throw new IllegalStateException("an operation without an operationId: " + method);
        }
        return operation.value("operationId").asString();
    }
}
