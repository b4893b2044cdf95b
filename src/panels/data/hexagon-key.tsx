/** The legend of a set's hexagons, and the way out of their counts. */
import type { HexagonCount } from '../../analysis/hexagon-classes.ts';
import { type Cell, toCsv } from '../../data/export/csv.ts';
import { download } from '../../data/export/download.ts';
import { wktOf } from '../../data/export/shapes.ts';
import type { Rgb } from '../../domain/colours.ts';
import { REST_COLOUR } from '../../domain/column-look.ts';
import { COUNT_RAMP } from '../../domain/set-look.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { hexagonsOf, zoomOf } from '../../state/imports/set-counts.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { classWords, fewWords, hexagonTitle, openWords } from './hexagon-words.ts';

const css = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

export function HexagonKey({ item }: { readonly item: ImportedSet }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const count = hexagonsOf(item, zoomOf(state));
  const { classes, hexagons } = count;
  const ramp = COUNT_RAMP[state.theme.value];
  const few = fewWords(i18n.value, count);
  const save = () => {
    const name = item.look.name.replace(/[\s\\/:*?"<>|.]+/g, '-');
    download(
      `${name}-hexagons.csv`,
      toCsv(hexagonRows(i18n.value, count, state.base.version.data)),
      'text/csv;charset=utf-8',
    );
  };
  return (
    <div class="set-key-box">
      <p class="small">{hexagonTitle(i18n.value, count)}</p>
      <ul class="set-key is-swatches">
        {classes.map((each, level) => (
          <li key={each.from}>
            <span class="set-swatch" aria-hidden="true" style={{ background: css(ramp[level] ?? [0, 0, 0]) }} />
            <span class="tabular">{classWords(i18n.value, count, each)}</span>
          </li>
        ))}
        {hexagons.some(({ level }) => level === null) && (
          <li>
            <span class="set-swatch" aria-hidden="true" style={{ background: css(REST_COLOUR[state.theme.value]) }} />
            <span>{t('hexagonNone')}</span>
          </li>
        )}
      </ul>
      {[...(few === '' ? [] : [few]), ...openWords(i18n.value, count)].map((words) => (
        <p key={words} class="small muted">
          {words}
        </p>
      ))}
      {hexagons.length > 0 && (
        <p class="actions">
          <LinkButton onClick={save}>{t('hexagonsSave')}</LinkButton> <HowCounted />
        </p>
      )}
    </div>
  );
}

/** A row a hexagon, fullest first: its middle, what is counted and what is said of the column, and its outline. */
export function hexagonRows(i18n: I18n, count: HexagonCount, version: string): Cell[][] {
  const { t } = i18n;
  const { measure, hexagons } = count;
  const head = [
    ...[t('hexagonLng'), t('hexagonLat'), t('hexagonRows'), t('hexagonCertain'), t('hexagonPossible')],
    ...(measure === null ? [] : [hexagonTitle(i18n, count), t('hexagonLeast'), t('hexagonGreatest')]),
    ...['WKT', t('dataVersionShort')],
  ];
  const rows = hexagons.map(
    ({ middle: [lng, lat], rows: { inside, certain, possible }, value, spread, ring }): Cell[] => [
      ...[Number(lng.toFixed(6)), Number(lat.toFixed(6)), inside, certain, possible],
      ...(measure === null ? [] : [value, spread?.least ?? null, spread?.greatest ?? null]),
      ...[
        wktOf({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [Number(x.toFixed(6)), Number(y.toFixed(6))])] }),
        version,
      ],
    ],
  );
  return [head, ...rows];
}
