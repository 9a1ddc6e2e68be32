package io.nexum.gateway.apikey;

import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.apikey.ApiKeyAnswer.ApiKeyList;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.kernel.Page;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyQuery.ApiKeyView;
import io.nexum.kernel.apikey.ApiKeyQuery.FindApiKeys;
import io.nexum.kernel.apikey.ApiKeyQuery.GetApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys for machines, under our own path and under Flowlet's. */
@RestController
@RequestMapping({"/api-keys", "/api/v1/security/api-keys"})
@Tag(name = "API keys")
class ApiKeyController {
    private final Queries queries;
    private final ApiKeyChanges changes;
    private final ApiKeyUse use;

    ApiKeyController(Queries queries, ApiKeyChanges changes, ApiKeyUse use) {
        this.queries = queries;
        this.changes = changes;
        this.use = use;
    }

    @Needs(Permission.MANAGE_API_KEYS)
    @PostMapping({"", "/create"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "create_api_key",
            summary = "Make an API key",
            description =
                    "The answer tells the key once, as api_key. It may permit what the caller may do, and no more.")
    ApiKeyAnswer createApiKey(
            @RequestBody CreateApiKeyBody body,
            @AuthenticationPrincipal @Parameter(hidden = true) Identity identity,
            Caller caller) {
        return ApiKeyAnswer.of(changes.create(body.definition(), caller, bounds(identity)), caller.at(), Map.of());
    }

    @Needs(Permission.MANAGE_API_KEYS)
    @GetMapping
    @Operation(operationId = "list_api_keys", summary = "List the API keys, the latest first")
    ApiKeyList findApiKeys(@ParameterObject Paging paging, Caller caller) {
        Page<ApiKeyView> page = queries.ask(new FindApiKeys(paging.page()), caller.query());
        List<ApiKeyId> ids = page.items().stream().map(ApiKeyView::id).toList();
        return ApiKeyList.of(page, caller.at(), use.of(caller.tenant(), ids));
    }

    @Needs(Permission.MANAGE_API_KEYS)
    @GetMapping("/{key_id}")
    @Operation(operationId = "get_api_key", summary = "Get an API key, without its secret")
    ApiKeyAnswer getApiKey(@PathVariable("key_id") String id, Caller caller) {
        return ApiKeyAnswer.of(queries.ask(new GetApiKey(key(id)), caller.query()), caller.at(), used(key(id), caller));
    }

    @Needs(Permission.MANAGE_API_KEYS)
    @PostMapping("/{key_id}/rotate")
    @Operation(
            operationId = "rotate_api_key",
            summary = "Give an API key a new secret",
            description = "The answer tells the new key once. The old secret stops counting at once, or after"
                    + " overlap_minutes. Nobody rotates a key that permits more than they may do.")
    ApiKeyAnswer rotateApiKey(
            @PathVariable("key_id") String id,
            @RequestBody RotateApiKeyBody body,
            @AuthenticationPrincipal @Parameter(hidden = true) Identity identity,
            Caller caller) {
        return ApiKeyAnswer.of(
                changes.rotate(key(id), body.overlap(), caller, bounds(identity)), caller.at(), used(key(id), caller));
    }

    @Needs(Permission.MANAGE_API_KEYS)
    @DeleteMapping("/{key_id}")
    @Operation(operationId = "revoke_api_key", summary = "End an API key for good, at once")
    ApiKeyAnswer revokeApiKey(@PathVariable("key_id") String id, Caller caller) {
        return revoked(key(id), caller);
    }

    @Needs(Permission.MANAGE_API_KEYS)
    @PostMapping("/{key_id}/revoke")
    @Operation(operationId = "post_api_key_revocation", summary = "End an API key for good, as DELETE does")
    ApiKeyAnswer postRevocation(@PathVariable("key_id") String id, Caller caller) {
        return revoked(key(id), caller);
    }

    private ApiKeyAnswer revoked(ApiKeyId key, Caller caller) {
        return ApiKeyAnswer.of(changes.revoke(key, caller), caller.at(), used(key, caller));
    }

    private Map<ApiKeyId, Instant> used(ApiKeyId key, Caller caller) {
        return use.of(caller.tenant(), List.of(key));
    }

    /** A key that makes keys makes none that outlive it, or that may be used more often or from elsewhere. */
    private static ApiKeyBounds bounds(Identity identity) {
        return switch (identity) {
            case UserIdentity user -> ApiKeyBounds.NONE;
            case KeyIdentity key -> key.bounds();
        };
    }

    private static ApiKeyId key(String id) {
        return Names.inPath("API key", id, ApiKeyId::of);
    }
}
