/** What the colours of a column mean: the same rows for the legend of the screen and that of pictures and prints. */

import { passingCounts } from '../../analysis/column-classes.ts';
import type { Rgb, Theme } from '../../domain/colours.ts';
import { classColours, REST_COLOUR } from '../../domain/column-look.ts';
import type { HatchId } from '../../domain/hatches.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { hatchIn, type RowLabelling } from '../../domain/set-look.ts';
import type { I18n } from '../../i18n/index.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { classesOf, shownRowsOf } from '../../state/imports/set-counts.ts';

export interface ColumnLegendRow {
  readonly key: string;
  /** As CSS writes it. */
  readonly colour: string;
  /** Of areas; null where the class has none. */
  readonly hatch: HatchId | null;
  readonly label: string;
  /** Rows that are shown, and, where a filter leaves some out, of how many: the classes stay while filters come and go. */
  readonly count: string;
}

const css = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** What the words beside the rows are. */
export const labellingName = ({ t }: I18n, labelBy: RowLabelling): string =>
  labelBy.of === 'name' ? t('setLabelName') : plainLine(labelBy.column);

/** Whether a column colours the set, and is there. */
export const hasColumnColour = ({ set, look }: ImportedSet): boolean =>
  look.colourBy !== undefined && look.colourBy !== null && classesOf(set, look.colourBy) !== null;

/** How the areas of a class are hatched, by its place among the classes; null where the set shows no area. */
export const shownHatch = (item: ImportedSet, at: number | null): HatchId | null =>
  item.set.geometries === undefined || shownRowsOf(item).areas === 0 ? null : hatchIn(item.look, at);

/** Classes, then others and blanks where there are any; empty where no column colours the set. */
export function columnLegend({ t, number }: I18n, item: ImportedSet, theme: Theme): ColumnLegendRow[] {
  const { set, look } = item;
  const { colourBy } = look;
  const found = colourBy === undefined || colourBy === null ? null : classesOf(set, colourBy);
  if (found === null || colourBy === undefined || colourBy === null) return [];
  const colours = classColours(colourBy, theme, found.classes.length);
  const rest = css(REST_COLOUR[theme]);
  const restHatch = shownHatch(item, null);
  const { others, blank } = found;
  const passing = item.rows === undefined ? null : passingCounts(found, item.rows);
  const count = (all: number, shown: number | undefined) =>
    shown === undefined ? number(all) : `${number(shown)} / ${number(all)}`;
  return [
    ...found.classes.map(({ text, from = 0, to = 0, rows }, at): ColumnLegendRow => {
      const range = from === to ? number(from, 2) : `${number(from, 2)} – ${number(to, 2)}`;
      return {
        key: String(at),
        colour: css(colours[at] ?? REST_COLOUR[theme]),
        hatch: shownHatch(item, at),
        label: text === undefined ? range : plainLine(text),
        count: count(rows, passing?.classes[at]),
      };
    }),
    ...(others.rows > 0
      ? [
          {
            key: 'others',
            colour: rest,
            hatch: restHatch,
            label: t('legendOthers', { n: others.categories }),
            count: count(others.rows, passing?.others),
          },
        ]
      : []),
    ...(blank > 0
      ? [
          {
            key: 'blank',
            colour: rest,
            hatch: restHatch,
            label: t('legendBlank'),
            count: count(blank, passing?.blank),
          },
        ]
      : []),
  ];
}
