/** What is on record about users' ways in. */
@NullMarked
package io.nexum.command.login;

import org.jspecify.annotations.NullMarked;
