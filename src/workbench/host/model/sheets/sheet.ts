/** A worksheet: its cells, the looks of whole rows and columns, and what belongs to it alone. */
import type { Comment } from "../attached/comment";
import type { ConditionalFormat } from "../looks/conditional";
import { EMPTY_GRID, type Grid } from "../cells/grid";
import type { Chart } from "../charts/chart";
import type { Link } from "../attached/link";
import type { Note } from "../attached/note";
import type { PageLayout } from "./page-layout";
import type { Protection } from "./protection";
import type { Rectangle } from "../cells/rectangle";
import type { Shape } from "../attached/shape";
import type { Style } from "../looks/style";
import type { Validation } from "../entry/validation";

/** A row's or a column's own properties; sizes in points. */
export interface Line {
  readonly size?: number;
  readonly hidden?: boolean;
  /** Hidden by a filter: shown again when the filter goes. */
  readonly filtered?: boolean;
  readonly outline?: number;
  readonly collapsed?: boolean;
  readonly style?: Style;
}
export type Lines = ReadonlyMap<number, Line>;

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface SheetFilter {
  readonly area: Rectangle;
  readonly criteria: ReadonlyMap<number, FilterCriteria>;
}
/** Excel.FilterCriteria as it came. */
export type FilterCriteria = Readonly<Record<string, unknown>>;

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly grid: Grid;
  readonly rows: Lines;
  readonly columns: Lines;
  /** The look of the whole sheet, under rows and columns. */
  readonly style?: Style;
  readonly standardWidth: number;
  readonly standardHeight: number;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly enableCalculation: boolean;
  /** The little pictures before entities; kept, not drawn. */
  readonly showDataTypeIcons: boolean;
  readonly frozen?: Rectangle;
  readonly protection?: Protection;
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts: readonly Chart[];
  readonly shapes: readonly Shape[];
  readonly comments: readonly Comment[];
  readonly notes: readonly Note[];
  readonly links: readonly Link[];
  /** Rows and columns that a printed page begins with. */
  readonly pageBreaks: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  /** The chart somebody last clicked, while it is selected. */
  readonly activeChart?: string;
  readonly merged: readonly Rectangle[];
  readonly pageLayout: PageLayout;
  readonly customProperties: ReadonlyMap<string, string>;
  readonly filter?: SheetFilter;
  readonly selection: Rectangle;
  readonly activeCell: { readonly row: number; readonly column: number };
}

/** Points: 8.38 characters and 18.75 pt are what a Japanese Excel starts with (72 px, 25 px). */
export const DEFAULT_ROW_HEIGHT = 18.75;

/** What a column nobody sized is wide, in points: so many characters of eight pixels and a little room. */
export const usualColumnWidth = ({ standardWidth }: Pick<Sheet, "standardWidth">): number =>
  (Math.round(standardWidth * 8) + 5) * 0.75;

export const newSheet = (id: string, name: string): Sheet => ({
  id,
  name,
  visibility: "Visible",
  tabColor: "",
  grid: EMPTY_GRID,
  rows: new Map(),
  columns: new Map(),
  standardWidth: 8.38,
  standardHeight: DEFAULT_ROW_HEIGHT,
  showGridlines: true,
  showHeadings: true,
  enableCalculation: true,
  showDataTypeIcons: true,
  validations: [],
  conditionalFormats: [],
  charts: [],
  shapes: [],
  comments: [],
  notes: [],
  links: [],
  pageBreaks: { rows: [], columns: [] },
  merged: [],
  pageLayout: {},
  customProperties: new Map(),
  selection: { top: 0, left: 0, bottom: 0, right: 0 },
  activeCell: { row: 0, column: 0 },
});
