/** Commands of operators: what they set for a time, and what they try. */
package io.hansa.launcher.operate;
