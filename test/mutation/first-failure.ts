/**
 * A mutant is dead at the first example that shows it: nothing is gained by shrinking it. And a property that has found nothing in
 * half a second is left: the score is then a little too low, never too high.
 */
import fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, interruptAfterTimeLimit: 500 });
