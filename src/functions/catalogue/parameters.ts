/** The arguments many functions share, each described once. */
import { type Definition, type Parameter } from "../definition";

const matrix = { type: "any", matrix: true } as const;

export const planParameter: Parameter = {
  name: "計画",
  description:
    "計画の表（見出し行を含む範囲や「加須市」という名前）、または計画の名前の文字。省くとこのブックの計画です。",
  ...matrix,
  optional: true,
};

export const yearParameter: Parameter = {
  name: "年度",
  description:
    "「令和5年度」「R5」「2023」や日付。省くと評価年度、評価年度のないブックでは計画の最後の年度です。",
  ...matrix,
  optional: true,
};

export const subjectParameter: Parameter = {
  name: "対象",
  description: "番号（83）、指標名、取組や目標・施策の名、担当課。省くと計画全体です。範囲も指定できます。",
  ...matrix,
  optional: true,
};

export const indicatorParameter: Parameter = {
  name: "指標",
  description:
    "番号（83、125-2）か指標名。指標が1つの取組は、その番号や名でも指定できます。範囲も指定できます。",
  ...matrix,
  optional: false,
};

type Shape = Pick<Definition, "parameters" | "result">;

/** What can be asked of anything in the plan, and of the whole. */
export const ofSubject: Shape = {
  parameters: [subjectParameter, yearParameter, planParameter],
  result: { type: "any", matrix: true },
};

/** What only an indicator can answer. */
export const ofIndicator: Shape = {
  parameters: [indicatorParameter, yearParameter, planParameter],
  result: { type: "any", matrix: true },
};
