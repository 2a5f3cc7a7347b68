package io.quarkus.smallrye.openapi.runtime;

import io.quarkus.arc.Unremovable;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the OpenAPI document when it is first asked for. Quarkus makes it, as JSON and as YAML, before a function answers
 * anything, which takes a sixth of a start with a class cache, and has no setting for it. In Quarkus's package because what
 * is put off is visible there alone; and not in tests, whose class loaders part the package.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
@IfBuildProfile("prod")
@Unremovable
public class DocumentWhenAsked extends OpenApiDocumentService {
    private final Map<String, Runnable> waiting = new HashMap<>();

    @Override
    void prepareDocument(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String document) {
        synchronized (waiting) {
            waiting.put(document, () -> super.prepareDocument(security, filters, document));
        }
    }

    @Override
    public byte[] getDocument(String document, Format format) {
        synchronized (waiting) {
            Runnable preparing = waiting.get(document);
            // One that fails is tried again: without it Quarkus would answer with an empty document.
            if (preparing != null) preparing.run();
            waiting.remove(document);
        }
        return super.getDocument(document, format);
    }
}
