package io.nexum.gateway.privacy;

import io.nexum.command.store.key.KeyReport;
import io.nexum.command.store.key.KeyRotation;
import io.nexum.command.store.key.KeyRotation.Scope;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.privacy.EncryptionAnswers.KeyChangeList;
import io.nexum.gateway.privacy.EncryptionAnswers.Started;
import io.nexum.gateway.privacy.EncryptionAnswers.Status;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Paging;
import io.nexum.kernel.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys that keep a bank's personal data. No route tells a key. */
@RestController
@RequestMapping("/admin/encryption")
@Tag(name = "Encryption")
class EncryptionController {
    private final KeyReport report;
    private final KeyRotation rotation;

    EncryptionController(KeyReport report, KeyRotation rotation) {
        this.report = report;
        this.rotation = rotation;
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @GetMapping("/status")
    @Operation(operationId = "encryption_status", summary = "See which keys are in use and which are being changed")
    Status status(Caller caller) {
        return Status.of(report.status(caller.tenant()));
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @GetMapping("/audit")
    @Operation(operationId = "encryption_audit", summary = "List what was done to keys, the newest first")
    KeyChangeList audit(@ParameterObject Paging paging, Caller caller) {
        return KeyChangeList.of(report.changes(caller.tenant(), paging.page()));
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PostMapping("/rotate-key")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rotate_encryption_key",
            summary = "Start to change the tenant's key, or to wrap it by the master key of the settings")
    Started rotate(@RequestBody RotateKeyBody body, Caller caller) {
        Caller earnest = Granted.inEarnest(caller);
        Scope scope = body.scope();
        return new Started(rotation.start(earnest.tenant(), scope, NewId.next(), earnest.user()), scope);
    }
}
