/** The tabs by keyboard, as the ARIA pattern for tabs has it. */
import { tabAfter } from "../../../src/pane/frame/Tabs";

test.each([
  ["ArrowRight", "plan", "progress"],
  ["ArrowRight", "settings", "plan"],
  ["ArrowLeft", "plan", "settings"],
  ["Home", "fiscal", "plan"],
  ["End", "plan", "settings"],
  ["Tab", "plan", null],
  ["a", "plan", null],
] as const)("%s：%s から %s へ", (key, from, to) => expect(tabAfter(key, from)).toBe(to));
