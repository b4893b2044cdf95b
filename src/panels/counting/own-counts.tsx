/** Rows of each imported set: read, placed, counted in a district or in none, and where place and statement disagree. */
import { useMemo } from 'preact/hooks';
import { countedImport } from '../../analysis/counted-set.ts';
import { isPlaced } from '../../domain/point-set.ts';
import { whereabouts } from '../../domain/row-districts.ts';
import { ELSEWHERE } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { TableScroll } from '../../ui/table.tsx';
import { Disagreeing } from '../shared/disagreeing.tsx';

interface SetCounts {
  readonly rows: number;
  readonly placed: number;
  /** Certain in one district; counted in one though the error reaches out; outside all of them, or not known. */
  readonly certain: number;
  readonly unsure: number;
  readonly elsewhere: number;
  readonly unknown: number;
}

const HEADS = [
  'countOwn.rows',
  'countOwn.placed',
  'countOwn.certain',
  'countOwn.unsure',
  'outsideFoshan',
  'countOwn.unknown',
] as const;

export function countsOf({ set }: Pick<ImportedSet, 'set'>): SetCounts {
  const counted = countedImport(set);
  const counts = { placed: 0, certain: 0, unsure: 0, elsewhere: 0, unknown: 0 };
  for (let row = 0; row < set.count; row++) {
    if (isPlaced(set, row)) counts.placed++;
    const districts = counted.districtsOf(row);
    if (districts.counted !== null) counts[districts.certain ? 'certain' : 'unsure']++;
    else counts[whereabouts(districts) === ELSEWHERE ? 'elsewhere' : 'unknown']++;
  }
  return { rows: set.count, ...counts };
}

export function OwnCounts() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const sets = state.imports.value?.sets.value ?? [];
  if (sets.length === 0) return null;
  return (
    <section class="wide-section">
      <h3>{t('countingOwn')}</h3>
      <p>{t('countingOwnRule')}</p>
      <TableScroll label={t('countingOwn')}>
        <table class="wide-table counting-table">
          <caption class="visually-hidden">{t('countingOwn')}</caption>
          <thead>
            <tr>
              <th scope="col" class="is-corner" />
              {HEADS.map((key) => (
                <th key={key} scope="col" class="is-number">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sets.map((item) => (
              <SetLine key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {sets.map((item) => (
        <div key={item.id}>
          <h4>{item.look.name}</h4>
          <Disagreeing item={{ id: item.id, set: item.set, rows: undefined }} />
        </div>
      ))}
    </section>
  );
}

function SetLine({ item }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { number } = i18n.value;
  const counts = useMemo(() => countsOf(item), [item.set]);
  return (
    <tr>
      <th scope="row">{item.look.name}</th>
      {[counts.rows, counts.placed, counts.certain, counts.unsure, counts.elsewhere, counts.unknown].map((n, at) => (
        // The columns never change places.
        <td key={`${item.id} ${String(at)}`} class="tabular is-number">
          {number(n)}
        </td>
      ))}
    </tr>
  );
}
