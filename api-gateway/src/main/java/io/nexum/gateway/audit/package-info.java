/** The auditor's questions over HTTP. */
@NullMarked
package io.nexum.gateway.audit;

import org.jspecify.annotations.NullMarked;
