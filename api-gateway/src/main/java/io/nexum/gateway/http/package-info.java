/** What every route shares: who calls, what an error looks like, how much is read. */
@NullMarked
package io.nexum.gateway.http;

import org.jspecify.annotations.NullMarked;
