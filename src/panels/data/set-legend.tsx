/** What a set's colours mean, in the numbers that are really drawn. */
import { CLUSTER_COLOURS, type Rgb } from '../../domain/colours.ts';
import { titleIn } from '../../domain/column-values.ts';
import type { HatchId } from '../../domain/hatches.ts';
import { DENSITY_PER_KM2 } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { COUNT_RAMP, opacityOf, SET_SHADES } from '../../domain/set-look.ts';
import { CLUSTER_OR_CROSS_IDS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { shownRowsOf, smoothingOf, surfaceOf } from '../../state/imports/set-counts.ts';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { clusterName } from '../shared/phrases.ts';
import { columnLegend, hasColumnColour, labellingName, shownHatch } from './column-legend.ts';
import { Swatch } from './looks/swatch.tsx';
import { SizeKey } from './size-key.tsx';

const HexagonKey = lazyPanel(() => import('./hexagon-key.tsx').then((m) => m.HexagonKey), {
  words: ['plan', 'panels'],
  wait: 'silent',
});

const css = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** The sign of a set drawn in one colour, as most of its rows are; null where its colours say more. */
export function SetDot({ item }: { readonly item: ImportedSet }) {
  const { state } = useApp();
  const { colour, display } = item.look;
  if (colour === 'cluster' || display !== 'points' || hasColumnColour(item)) return null;
  const { points, lines, areas } = shownRowsOf(item);
  const form = areas > points + lines ? 'is-area' : lines > points ? 'is-line-sign' : '';
  const shade = SET_SHADES[state.theme.value][colour];
  const hatch = shownHatch(item, null);
  const opacity = opacityOf(item.look);
  if (hatch !== null) return <Swatch colour={shade} hatch={hatch} opacity={opacity} theme={state.theme.value} />;
  const style = { background: shade, borderColor: shade, opacity };
  return <span class={`set-dot ${form}`} aria-hidden="true" style={style} />;
}

export function SetLegend({ item }: { readonly item: ImportedSet }) {
  switch (item.look.display) {
    case 'points':
      return (
        <>
          {hasColumnColour(item) ? (
            <ColumnKey item={item} />
          ) : (
            item.look.colour === 'cluster' && <ClusterKey item={item} />
          )}
          <SizeKey item={item} />
          <LabelsKey item={item} />
          <ShapesKey item={item} />
          <CoarseKey item={item} />
        </>
      );
    case 'hexagons':
      return <HexagonKey item={item} />;
    case 'heat':
      return <DensityKey item={item} />;
  }
}

/** The classes of the column that colours the rows. */
function ColumnKey({ item }: { readonly item: ImportedSet }) {
  const { state, i18n } = useApp();
  const rows = columnLegend(i18n.value, item, state.theme.value);
  const opacity = opacityOf(item.look);
  return (
    <div class="set-key-box">
      <p class="small">{plainLine(titleIn(item.set, item.look.colourBy?.column ?? ''))}</p>
      <ul class="set-key is-swatches">
        {rows.map(({ key, colour, hatch, label, count }) => (
          <li key={key}>
            {hatch === null ? (
              <span class="set-swatch" aria-hidden="true" style={{ background: colour, opacity }} />
            ) : (
              <Swatch colour={colour} hatch={hatch} opacity={opacity} theme={state.theme.value} />
            )}
            <span>{label}</span> <span class="tabular muted">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ClusterKey({ item }: { readonly item: ImportedSet }) {
  const { state, i18n } = useApp();
  const colours = CLUSTER_COLOURS[state.theme.value];
  return (
    <ul class="set-key">
      {shownRowsOf(item).clusters.map((id) => (
        <li key={id}>
          <ClusterSign
            colour={colours[id]}
            hatch={shownHatch(item, CLUSTER_OR_CROSS_IDS.indexOf(id))}
            opacity={opacityOf(item.look)}
          />{' '}
          {clusterName(i18n.value, state.clusters, id)}
        </li>
      ))}
    </ul>
  );
}

function ClusterSign(props: { readonly colour: string; readonly hatch: HatchId | null; readonly opacity: number }) {
  const { state } = useApp();
  const { colour, hatch, opacity } = props;
  if (hatch !== null) return <Swatch {...props} theme={state.theme.value} />;
  return <span class="set-dot" aria-hidden="true" style={{ background: colour, opacity }} />;
}

/** What is written beside the rows. */
function LabelsKey({ item: { look } }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { labelBy = null } = look;
  if (labelBy === null) return null;
  return <p class="set-key small muted">{t('legendLabels', { name: labellingName(i18n.value, labelBy) })}</p>;
}

/** How many lines and areas there are, where the set has any. */
function ShapesKey({ item }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t, list } = i18n.value;
  const { points, lines, areas } = shownRowsOf(item);
  if (lines + areas === 0) return null;
  const counted = [
    ...(areas > 0 ? [t('legendAreas', { n: areas })] : []),
    ...(lines > 0 ? [t('legendLines', { n: lines })] : []),
    ...(points > 0 ? [t('legendPoints', { n: points })] : []),
  ];
  return <p class="set-key small muted">{list(counted)}</p>;
}

/** Hollow points, where the set has any. */
function CoarseKey({ item }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { coarse } = shownRowsOf(item);
  if (coarse === 0) return null;
  return (
    <p class="set-key small muted is-line">
      <span class="set-dot is-hollow" aria-hidden="true" /> {i18n.value.t('legendHollow', { n: coarse })}
    </p>
  );
}

function DensityKey({ item }: { readonly item: ImportedSet }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const surface = surfaceOf(item);
  if (surface === null)
    return <p class="small muted">{t('legendCoarse', { n: item.rows?.length ?? item.set.count })}</p>;
  const ramp = COUNT_RAMP[state.theme.value].map(css).join(', ');
  return (
    <div class="set-key-box">
      <p class="small">{t('legendDensity', { m: smoothingOf(item) })}</p>
      <span class="set-ramp" aria-hidden="true" style={{ background: `linear-gradient(to right, ${ramp})` }} />
      <p class="set-ramp-ends small tabular">
        <span>0</span>
        <span>{number((DENSITY_PER_KM2 * surface.most) / 2, 1)}</span>
        <span>{number(DENSITY_PER_KM2 * surface.most, 1)}</span>
      </p>
      {surface.tooCoarse > 0 && <p class="small muted">{t('legendCoarse', { n: surface.tooCoarse })}</p>}
    </div>
  );
}
