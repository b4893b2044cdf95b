/** Rows of a set whose place and statement disagree, by name: wherever its rows are counted by district. */
import { batch } from '@preact/signals';
import { districtAt, labelAt } from '../../domain/point-set.ts';
import { METRES_PER_DEGREE } from '../../domain/position.ts';
import { UNPACKED_DISTRICTS } from '../../domain/row-districts.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';

/** A longer list is for the table of the set. */
const MOST_ROWS = 50;
/** What the map shows around a row, metres at least. */
const AROUND_M = 1500;

export function Disagreeing({ item }: { readonly item: Pick<ImportedSet, 'id' | 'set' | 'rows'> }) {
  const { state, i18n, map } = useApp();
  const { t } = i18n.value;
  const { id: setId, set, rows } = item;
  if (set.located === undefined) return <Note tone="warning">{t('notYetLocated')}</Note>;
  const shown = rows === undefined ? null : new Set(rows);
  const all = set.located.disagreeing.filter((row) => shown?.has(row) ?? true);
  if (all.length === 0) return null;
  const show = (row: number) => {
    batch(() => {
      state.actions.openView('data');
      state.imports.value?.choose({ setId, row });
    });
    const [lng, lat] = [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0];
    const around = Math.max(AROUND_M, Math.min(set.radiusM[row] ?? 0, 10 * AROUND_M)) / METRES_PER_DEGREE;
    map.value?.fitBox([lng - around, lat - around, lng + around, lat + around]);
  };
  return (
    <details class="also">
      <summary>{t('disagreeing', { n: all.length })}</summary>
      <Note>{t('disagreeingRule')}</Note>
      <ul class="ask-rows">
        {Array.from(all.subarray(0, MOST_ROWS), (row) => {
          const { counted, possible } = UNPACKED_DISTRICTS[set.located?.codes[row] ?? 0] ?? {
            counted: null,
            possible: [],
          };
          const stated = districtAt(set, row);
          const lies = counted === null ? t('outsideFoshan') : t(`district.${counted}`);
          return (
            <li key={row}>
              <LinkButton onClick={() => show(row)}>{labelAt(set, row)}</LinkButton>{' '}
              <span class="muted small">
                {stated === null
                  ? t('disagreesTown', { lies })
                  : t(possible.length > 1 ? 'disagreesBoth' : 'disagrees', { stated: t(`district.${stated}`), lies })}
              </span>
            </li>
          );
        })}
        {all.length > MOST_ROWS && <li class="muted">{t('disagreeingMore', { n: all.length - MOST_ROWS })}</li>}
      </ul>
    </details>
  );
}
