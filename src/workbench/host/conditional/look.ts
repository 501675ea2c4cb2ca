/** Which look the conditional formats of a sheet give a cell, rule by rule, and what bar or icon. Asked for the cells on screen only. */
import { colorScale } from "./color-scale";
import { gatherer, never, numbersIn, operand, rules } from "./rules";
import { dataBar, type Bar } from "./data-bar";
import { iconSet, type Icon } from "./icon-set";
import type { Book } from "../model/book";
import { sheetById } from "../model/book";
import type { ConditionalFormat } from "../model/looks/conditional";
import { containsCell } from "../model/cells/rectangle";
import type { Style } from "../model/looks/style";
import { scratchOf } from "../scratch";

/** What is drawn in a cell besides its value. */
export interface Figure {
  readonly bar?: Bar;
  readonly icon?: Icon;
  /** Only the bar or the icon is shown. */
  readonly alone: boolean;
}

export interface ConditionalLook {
  look(row: number, column: number): Style | undefined;
  figure(row: number, column: number): Figure | undefined;
}

interface Judged {
  readonly look: Style | undefined;
  readonly figure: Figure | undefined;
}

/** What the first rule says goes; a later one adds what that left open. */
function mixed(first: Style | undefined, second: Style): Style {
  if (!first) return second;
  const borders = { ...second.borders, ...first.borders };
  return { ...second, ...first, ...(Object.keys(borders).length > 0 ? { borders } : {}) };
}

/** The same rules in force give the same record, so that looks are shared. */
function mixer() {
  const known = new Map<string, Style>();
  return (formats: readonly ConditionalFormat[]): Style | undefined => {
    const [only, ...more] = formats;
    if (!only || more.length === 0) return only?.style;
    const name = formats.map(({ id }) => id).join();
    const found =
      known.get(name) ??
      formats.reduce<Style | undefined>((sum, { style }) => mixed(sum, style ?? {}), undefined);
    if (found) known.set(name, found);
    return found;
  };
}

const nothing: ConditionalLook = { look: () => undefined, figure: () => undefined };

function lookAt(book: Book, sheetId: string): ConditionalLook {
  const sheet = sheetById(book, sheetId);
  if (!sheet || sheet.conditionalFormats.length === 0) return nothing;
  const scratch = scratchOf(book);
  const lastRow = sheet.grid.blocks.length * 64;
  const inForce = sheet.conditionalFormats.flatMap((format) => {
    const corner = format.areas[0];
    if (!corner) return [];
    const all = gatherer(scratch, sheetId, format.areas, lastRow);
    const numbers = () => numbersIn(all());
    const ask = (formula: unknown) => operand(scratch, sheetId, corner, formula)(corner.top, corner.left);
    const { settings, type } = format;
    const drawn = {
      scale: type === "ColorScale" ? colorScale(settings.criteria, numbers, ask) : undefined,
      bar: type === "DataBar" ? dataBar(settings, numbers, ask) : undefined,
      icon: type === "IconSet" ? iconSet(settings, numbers, ask) : undefined,
    };
    const holds = rules[type]?.(format, { scratch, sheet: sheetId, corner, all }) ?? never;
    return [{ format, ...drawn, holds }];
  });
  const mix = mixer();
  const seen = new Map<number, Judged>();
  const judge = (row: number, column: number): Judged => {
    const value = scratch.value(sheetId, row, column);
    const held: ConditionalFormat[] = [];
    let shade: Style | undefined;
    let bar: Bar | undefined;
    let icon: Icon | undefined;
    let alone = false;
    for (const each of inForce) {
      const { format, holds, scale } = each;
      if (!format.areas.some((area) => containsCell(area, row, column))) continue;
      // A ground that an earlier rule gave stays.
      if (scale && !shade && !held.some(({ style }) => style?.fillColor)) shade = scale(value);
      if (each.bar && !bar && (bar = each.bar(value))) alone ||= format.settings.showDataBarOnly === true;
      if (each.icon && !icon && (icon = each.icon(value))) alone ||= format.settings.showIconOnly === true;
      if (!holds(value, row, column)) continue;
      if (format.style) held.push(format);
      if (format.stopIfTrue) break;
    }
    const styles = mix(held);
    const figure = bar || icon ? { ...(bar && { bar }), ...(icon && { icon }), alone } : undefined;
    return { look: shade ? mixed(shade, styles ?? {}) : styles, figure };
  };
  const at = (row: number, column: number): Judged => {
    const place = row * 16_384 + column;
    const found = seen.get(place) ?? judge(row, column);
    seen.set(place, found);
    return found;
  };
  return {
    look: (row, column) => at(row, column).look,
    figure: (row, column) => at(row, column).figure,
  };
}

/** All that a rule can ask about. Selecting or renaming changes none of it, and then nothing is judged again. */
const sameAnswers = (a: Book, b: Book): boolean =>
  a.tables === b.tables &&
  a.names === b.names &&
  a.sheets.length === b.sheets.length &&
  a.sheets.every((sheet, at) => {
    const other = b.sheets[at];
    return (
      sheet === other ||
      (sheet.id === other?.id &&
        sheet.name === other.name &&
        sheet.grid === other.grid &&
        sheet.rows === other.rows &&
        sheet.conditionalFormats === other.conditionalFormats)
    );
  });

/** Remembers answers for as long as the book stands still. */
export function createConditionalLooks(): (book: Book, sheet: string) => ConditionalLook {
  let judged: Book | undefined;
  const looks = new Map<string, ConditionalLook>();
  return (book, sheet) => {
    if (judged !== book) {
      if (!judged || !sameAnswers(judged, book)) looks.clear();
      judged = book;
    }
    const found = looks.get(sheet) ?? lookAt(book, sheet);
    looks.set(sheet, found);
    return found;
  };
}
