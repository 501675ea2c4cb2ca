/** What the pane's page ?selftest asks for. */

export { reportText, countOf, type Entry, type SelfTestReport, type Verdict } from "./report";
export { runSelfTest, type SelfTestOptions } from "./run";
