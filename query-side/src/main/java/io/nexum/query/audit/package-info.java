/** The log as an auditor reads it: search, proof, replay and export. */
@NullMarked
package io.nexum.query.audit;

import org.jspecify.annotations.NullMarked;
