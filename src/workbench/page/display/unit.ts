/** The name of the one workbook in Univer. */
export const unitId = "workbook";
