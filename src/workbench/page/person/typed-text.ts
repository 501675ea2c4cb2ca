/** What a person typed into a cell, letter for letter: Univer's own reading of it (50% → 0.5) is not Excel's. */
import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type Injector,
  IUniverInstanceService,
} from "@univerjs/presets";

export function typedText(injector: Injector): string {
  const editor = injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  const stream = editor?.getBody()?.dataStream ?? "";
  // Univer ends a document with \r\n and parts its paragraphs with \r; Excel parts lines in a cell with \n.
  return stream.replace(/\r\n$/, "").replaceAll("\r", "\n");
}
