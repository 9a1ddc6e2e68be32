/** What an operator can set, and the secrets that the program keeps for itself. */
@NullMarked
package io.nexum.gateway.settings;

import org.jspecify.annotations.NullMarked;
