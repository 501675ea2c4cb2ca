/** A mutant is dead at the first example that shows it: nothing is gained by shrinking it. */
import fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
