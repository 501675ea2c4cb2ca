/** The version of what this add-in writes into a workbook. It grows when an older add-in could misread it. */

export const FORMAT_VERSION = 1;
