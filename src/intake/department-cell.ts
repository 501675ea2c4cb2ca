/** Which departments a cell names, however they are set apart: 、 ・ / or spaces. */

const department = /(?:課|室|局|係|班|部|所|館|署|園|校|院|場|センター|委員会|消防本部|組合|担当|チーム)$/u;
const inBrackets = /[（(]([^（()）]{0,20})[)）]/gu;
/** Said of a department, not its name. */
const scopes = new Set(["一部", "主", "副", "主管", "主担当", "副担当", "関係", "ほか", "他"]);

export interface DepartmentCell {
  departments: string[];
  /** What stood with a department and is no department: （一部）. */
  remarks: string[];
}

export function readDepartments(cell: string): DepartmentCell {
  const remarks: string[] = [];
  const written = cell.replace(inBrackets, (bracket, said: string) => {
    const content = said.trim();
    if (scopes.has(content)) {
      remarks.push(bracket);
      return " ";
    }
    // 推進課（関係各課） names two; 総務課（法務担当） names one.
    return /[課局室部]$/u.test(content) ? ` ${content} ` : bracket;
  });
  const departments = dividedAtDots(written.split(/[\s、，,/／;；]+/u).filter((part) => part !== ""));
  return { departments: [...new Set(departments)], remarks };
}

export function looksLikeDepartment(name: string): boolean {
  return department.test(name.replace(inBrackets, ""));
}

/** エコ・クリーン政策課 is one department: a dot divides only where whole departments stand on both sides. */
function dividedAtDots(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const pieces = part.split(/[・･]/u).filter((piece) => piece !== "");
    return pieces.length > 1 && pieces.every((piece) => department.test(piece)) ? pieces : [part];
  });
}
