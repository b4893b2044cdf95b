/** The imported sets on the map, as part of its legend; and a few words beside the pointer. */
import { isPlaced, labelAt, precisionAt } from '../../domain/point-set.ts';
import { DRAWN_WHILE_MOVING, isThinned, shapesWhileMoving } from '../../domain/set-look.ts';
import { useApp } from '../../state/app.ts';
import { countOf, placeOf } from '../../state/imports/stacks.ts';
import './data.css';
import './sets.css';
import { useMemo } from 'preact/hooks';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { RemoteLine } from './remote-line.tsx';
import { SetDot, SetLegend } from './set-legend.tsx';

const CellChip = lazyPanel(() => import('../plan/cell-chip.tsx').then((m) => m.default), {
  words: ['plan', 'panels'],
  wait: 'silent',
});

const HexagonHover = lazyPanel(() => import('./hexagon-hover.tsx').then((m) => m.HexagonHover), {
  words: ['plan', 'panels'],
  wait: 'silent',
});

export default function MapSets() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const sets = state.imports.value?.visible.value ?? [];
  const stacked = state.imports.value?.stacks.counted.value.counts.length ?? 0;
  if (sets.length === 0) return null;
  return (
    <section class="map-sets" aria-label={t('dataOnMap')}>
      <h3>{t('dataOnMap')}</h3>
      <ul>
        {[...sets].reverse().map((item) => (
          <li key={item.id}>
            <p class="map-set">
              <SetDot item={item} />
              <LinkButton onClick={() => state.actions.openView('data')}>{item.look.name}</LinkButton>
              <span class="tabular muted">
                {item.rows === undefined
                  ? t('setRows', { n: item.set.count })
                  : t('setRowsOf', { n: item.rows.length, total: item.set.count })}
              </span>
            </p>
            <RemoteLine item={item} />
            {item.filter.cell !== null && <CellChip cell={item.filter.cell} setId={item.id} />}
            <SetLegend item={item} />
            <WhileMoving item={item} />
          </li>
        ))}
      </ul>
      {stacked > 0 && (
        <p class="set-key small muted is-line">
          <span class="stack-key" aria-hidden="true">
            n
          </span>{' '}
          {t('legendStacks', { n: stacked })}
        </p>
      )}
    </section>
  );
}

export function RowHover() {
  const { state, i18n } = useApp();
  const pointed = state.imports.value?.hovered.value ?? null;
  const hovered = pointed !== null && 'row' in pointed ? pointed : null;
  const item = state.imports.value?.byId(hovered?.setId ?? '') ?? null;
  const imports = state.imports.value;
  const standing = useMemo(
    () => (hovered === null || item === null ? [] : (imports?.stacks.at(placeOf(item, hovered.row)) ?? [])),
    [item, hovered?.row, imports?.visible.value],
  );
  if (pointed !== null && 'at' in pointed) return <HexagonHover pointed={pointed} />;
  if (hovered === null || item === null || !isPlaced(item.set, hovered.row)) return null;
  const count = countOf(standing);
  const { t } = i18n.value;
  const name = labelAt(item.set, hovered.row) || t('rowUnnamed');
  return (
    <div class="hover-card" style={{ left: `${hovered.x}px`, top: `${hovered.y}px` }} aria-hidden="true">
      <strong>{count > 1 ? t('stackHover', { n: count }) : name}</strong>
      <span class="muted">
        {count > 1 ? standing.map((each) => each.item.look.name).join(' · ') : item.look.name} ·{' '}
        {t(`precision.${precisionAt(item.set, hovered.row)}`)}
      </span>
    </div>
  );
}

/** How much of a large set is drawn while the map moves. */
function WhileMoving({ item: { set, look } }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  if (!isThinned(set, look)) return null;
  const shapes = shapesWhileMoving(set, look);
  return (
    <p class="small muted">
      {shapes === null ? t('setThinned', { n: DRAWN_WHILE_MOVING }) : t('setThinnedShapes', { n: shapes })}
    </p>
  );
}
