/** Workbooks as .xlsx files, both ways. */
export { readXlsx, type XlsxOpened } from "./read";
export { writeXlsx, type Written } from "./write";
export { type Problem, sentence } from "./problems";
