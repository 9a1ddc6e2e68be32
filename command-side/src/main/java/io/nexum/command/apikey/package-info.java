/** What API keys are good for, and how long. */
@NullMarked
package io.nexum.command.apikey;

import org.jspecify.annotations.NullMarked;
