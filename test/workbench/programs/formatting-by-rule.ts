/** 決まりで色を付ける: conditional formats of several kinds, and a pass that formats cells by their values. */
export const title = "決まりによる書式";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("書式");
    const range = sheet.getRange("B2:B7");
    range.values = [[95], [70], [50], [30], [120], [70]];
    const low = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    low.cellValue.format.font.color = "#C00000";
    low.cellValue.rule = { formula1: "=60", operator: "LessThan" };
    const bar = range.conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
    bar.dataBar.barDirection = Excel.ConditionalDataBarDirection.leftToRight;
    const scale = range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale);
    scale.colorScale.criteria = {
      minimum: { type: Excel.ConditionalFormatColorCriterionType.lowestValue, color: "#F8696B" },
      maximum: { type: Excel.ConditionalFormatColorCriterionType.highestValue, color: "#63BE7B" },
    };
    const icons = range.conditionalFormats.add(Excel.ConditionalFormatType.iconSet);
    icons.iconSet.style = Excel.IconSet.threeTrafficLights1;
    const twice = range.conditionalFormats.add(Excel.ConditionalFormatType.presetCriteria);
    twice.preset.format.fill.color = "#FFF2CC";
    twice.preset.rule = { criterion: Excel.ConditionalFormatPresetCriterion.duplicateValues };
    range.load("values");
    await context.sync();
    range.values.forEach(([value], row) => {
      const cell = range.getCell(row, 0);
      cell.format.fill.color = Number(value) >= 100 ? "#C6EFCE" : "#FFFFFF";
      if (Number(value) >= 100) cell.format.font.bold = true;
    });
    const { conditionalFormats } = range;
    conditionalFormats.load("items/type,items/priority");
    const properties = range.getCellProperties({ format: { font: { bold: true }, fill: { color: true } } });
    const constants = sheet
      .getRange("A1:D9")
      .getSpecialCells(Excel.SpecialCellType.constants)
      .load("address");
    await context.sync();
    return {
      kinds: conditionalFormats.items.map(({ type }) => type),
      bold: properties.value.map(([cell]) => cell?.format?.font?.bold),
      constants: constants.address,
    };
  });
}

export const expected = {
  kinds: ["PresetCriteria", "IconSet", "ColorScale", "DataBar", "CellValue"],
  bold: [false, false, false, false, true, false],
  constants: "書式!B2:B7",
};
