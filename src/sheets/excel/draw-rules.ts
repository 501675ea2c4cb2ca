/** Rules of cells as data → Excel: what may be entered in them, and how they look by what they hold. */

import type { ConditionalSpec, ValidationSpec } from "../layout/sheet-spec";

export function validate(range: Excel.Range, rule: ValidationSpec): void {
  const { dataValidation } = range;
  switch (rule.kind) {
    case "list":
      dataValidation.rule = { list: { inCellDropDown: true, source: rule.choices.join(",") } };
      dataValidation.errorAlert = {
        showAlert: rule.strict,
        style: Excel.DataValidationAlertStyle.stop,
        title: rule.title,
        message: `次のどれかを入力してください：${rule.choices.join("、")}`.slice(0, 220),
      };
      break;
    case "custom":
      dataValidation.rule = { custom: { formula: rule.formula } };
      dataValidation.errorAlert = {
        showAlert: true,
        style: Excel.DataValidationAlertStyle.warning,
        title: rule.title,
        message: rule.error,
      };
      break;
  }
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = { showPrompt: true, title: rule.title, message: rule.message };
}

export function colorBy(range: Excel.Range, rule: ConditionalSpec): void {
  if (rule.kind === "equals") {
    const { cellValue } = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    cellValue.format.fill.color = rule.fill;
    cellValue.format.font.color = rule.color;
    cellValue.rule = {
      formula1: `="${rule.text.replaceAll('"', '""')}"`,
      operator: Excel.ConditionalCellValueOperator.equalTo,
    };
    return;
  }
  const { custom } = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  custom.rule.formula = rule.formula;
  custom.format.fill.color = rule.fill;
  custom.format.font.color = rule.color;
}
