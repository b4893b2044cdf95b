/** What the colours of a column mean: the same rows for the legend of the screen and that of pictures and prints. */

import type { Rgb, Theme } from '../../domain/colours.ts';
import { classColours, REST_COLOUR } from '../../domain/column-look.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { I18n } from '../../i18n/index.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { classesOf } from '../../state/imports/set-counts.ts';

export interface ColumnLegendRow {
  readonly key: string;
  /** As CSS writes it. */
  readonly colour: string;
  readonly label: string;
  /** Of the whole set, filtered or not: the classes stay while filters come and go. */
  readonly rows: number;
}

const css = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** Whether a column colours the set, and is there. */
export const hasColumnColour = ({ set, look }: ImportedSet): boolean =>
  look.colourBy !== undefined && look.colourBy !== null && classesOf(set, look.colourBy) !== null;

/** Classes, then others and blanks where there are any; empty where no column colours the set. */
export function columnLegend({ t, number }: I18n, { set, look }: ImportedSet, theme: Theme): ColumnLegendRow[] {
  const { colourBy } = look;
  const found = colourBy === undefined || colourBy === null ? null : classesOf(set, colourBy);
  if (found === null || colourBy === undefined || colourBy === null) return [];
  const colours = classColours(colourBy, theme, found.classes.length);
  const rest = css(REST_COLOUR[theme]);
  const { others, blank } = found;
  return [
    ...found.classes.map(({ text, from = 0, to = 0, rows }, at): ColumnLegendRow => {
      const range = from === to ? number(from, 2) : `${number(from, 2)} – ${number(to, 2)}`;
      return {
        key: String(at),
        colour: css(colours[at] ?? REST_COLOUR[theme]),
        label: text === undefined ? range : plainLine(text),
        rows,
      };
    }),
    ...(others.rows > 0
      ? [{ key: 'others', colour: rest, label: t('legendOthers', { n: others.categories }), rows: others.rows }]
      : []),
    ...(blank > 0 ? [{ key: 'blank', colour: rest, label: t('legendBlank'), rows: blank }] : []),
  ];
}
