/** A question with an area or a line of the user's own: of which set, which row, and how far about it. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { rowsHolding } from '../../analysis/column-filter.ts';
import { geometryKindAt } from '../../domain/geometries.ts';
import { isDatumAssumed, labelAt, type PointSet } from '../../domain/point-set.ts';
import type { OwnAsk } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { shapeAsked } from '../../state/plan/answer.ts';
import { ownRef } from '../../state/plan/own-ref.ts';
import { Note } from '../../ui/pieces.tsx';
import { errorWords } from '../shared/measures.ts';
import { leastKm, ownAsk } from '../shared/own-ask.ts';
import { SetOptions } from '../shared/set-options.tsx';
import { OwnLink } from './ask-own-link.tsx';
import { Within } from './ask-within.tsx';

/** More are for a search. */
const MOST_OFFERED = 200;

/** Sets of which a row can be asked with. */
export const ownShapes = ({ imports }: Pick<AppState, 'imports'>): readonly ImportedSet[] =>
  (imports.value?.sets.value ?? []).filter(({ set, remote }) => set.geometries !== undefined && remote === undefined);

export function AskOwn({ ask }: { readonly ask: OwnAsk | null }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const sets = ownShapes(state);
  const asked = ask === null ? null : ownRef(ask).setId;
  const setId = useSignal(asked ?? sets[0]?.id ?? '');
  useEffect(() => {
    if (asked !== null) setId.value = asked;
  }, [asked]);
  const item = sets.find(({ id }) => id === setId.value) ?? null;
  const own = state.plan.answers.value?.own.value ?? null;
  const shape = shapeAsked(own);
  return (
    <>
      <label class="ask-field">
        {t('askOwnSet')}
        <select value={setId.value} onChange={(event) => (setId.value = event.currentTarget.value)}>
          {item === null && <option value={setId.value}>{t('askChoose')}</option>}
          <SetOptions sets={sets} />
        </select>
      </label>
      {item !== null && (
        <Row
          key={item.id}
          item={item}
          row={shape?.setId === item.id ? shape.row : null}
          withinKm={ask?.withinKm ?? null}
        />
      )}
      {ask !== null && (
        <Within
          km={ask.withinKm}
          least={own === 'no-inside' || shape?.kind === 'line' ? leastKm('line') : leastKm('area')}
          onChange={(withinKm) => state.actions.setAsk({ ...ask, withinKm })}
        />
      )}
      {shape?.kind === 'area' && <Note>{t('askOwnZero')}</Note>}
      {own === 'no-inside' && <Note tone="warning">{t('askOwnLine')}</Note>}
      {own === 'gone' && <Note tone="warning">{t('askOwnGone')}</Note>}
      {shape !== null && (
        <>
          {shape.radiusM > 0 && <Note>{t('askOwnError', { radius: errorWords(i18n.value, shape.radiusM) })}</Note>}
          {isDatumAssumed(shape.set) && <Note tone="warning">{t('askOwnDatum')}</Note>}
          <OwnLink shape={shape} />
        </>
      )}
    </>
  );
}

/** Rows of lines and areas whose name holds the words, or whose number they are. */
function rowsNamed({ geometries, label, count }: PointSet, words: string): number[] {
  const holding = words === '' ? null : rowsHolding(label, count, words);
  const found: number[] = [];
  for (let row = 0; row < count; row++) {
    if (geometryKindAt(geometries, row) === 'point') continue;
    if (holding === null || holding[row] === 1 || String(row + 1) === words) found.push(row);
  }
  return found;
}

interface RowProps {
  readonly item: ImportedSet;
  /** The one that is asked with. */
  readonly row: number | null;
  readonly withinKm: number | null;
}

function Row({ item: { set }, row, withinKm }: RowProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const words = useSignal('');
  const found = useMemo(() => rowsNamed(set, words.value.trim()), [set, words.value]);
  const offered = found.slice(0, MOST_OFFERED);
  const listed = row === null || offered.includes(row) ? offered : [row, ...offered];
  return (
    <>
      {found.length + words.value.length > 8 && (
        <label class="ask-field">
          {t('askOwnFind')}
          <input type="search" value={words.value} onInput={(event) => (words.value = event.currentTarget.value)} />
        </label>
      )}
      <label class="ask-field">
        {t('askOwnRow')}
        <select
          value={row === null ? '' : String(row)}
          onChange={({ currentTarget: { value } }) => {
            const ask = value === '' ? null : ownAsk(set, Number(value), withinKm);
            if (ask !== null) state.actions.setAsk(ask);
          }}
        >
          <option value="">{t('askChoose')}</option>
          {listed.map((each) => (
            <option key={each} value={String(each)}>
              {`${each + 1} · ${labelAt(set, each)}`}
            </option>
          ))}
        </select>
      </label>
      {found.length > offered.length && <Note>{t('askOwnMore', { n: found.length - offered.length })}</Note>}
      {found.length === 0 && <Note>{t('askOwnNone')}</Note>}
    </>
  );
}
