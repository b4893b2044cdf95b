/** The areas of a set of one's own: what lies in each of them, or of which district each is. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { geometryKindAt } from '../../domain/geometries.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { Note } from '../../ui/pieces.tsx';
import { AreaLines } from './area-lines.tsx';
import { ownShapes } from './ask-own.tsx';
import { DistrictLines } from './district-lines.tsx';
import './plan.css';
import { HowCounted } from '../shared/how-counted.tsx';
import { SetOptions } from '../shared/set-options.tsx';

const WAYS = ['inAreas', 'byDistrict'] as const;
type Way = (typeof WAYS)[number];

const holdsAreas = ({ set: { geometries, count } }: ImportedSet) => {
  for (let row = 0; row < count; row++) if (geometryKindAt(geometries, row) === 'area') return true;
  return false;
};

export default function AreasView() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.imports(), []);
  const way = useSignal<Way>('inAreas');
  const imports = state.imports.value;
  const shaped = ownShapes(state);
  const sets = useMemo(() => shaped.filter(holdsAreas), [imports?.sets.value]);
  const item = sets.find(({ id }) => id === imports?.countedIn.value) ?? sets[0];
  if (item === undefined)
    return (
      <div class="wide-body">
        <Note>{t(imports === null || imports.loading.value ? 'loading' : 'areasNone')}</Note>
      </div>
    );
  const tools = (
    <>
      <label class="compact-select is-labelled">
        {t('areasOf')}{' '}
        <select value={item.id} onChange={(event) => imports?.countIn(event.currentTarget.value)}>
          <SetOptions sets={sets} />
        </select>
      </label>
      <label class="compact-select is-labelled">
        {t('areasWay')}{' '}
        <select
          value={way.value}
          onChange={({ currentTarget: { value } }) => (way.value = WAYS.find((id) => id === value) ?? 'inAreas')}
        >
          {WAYS.map((id) => (
            <option key={id} value={id}>
              {t(`areasWay.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <HowCounted />
    </>
  );
  return way.value === 'inAreas' ? (
    <AreaLines key={item.id} item={item} tools={tools} />
  ) : (
    <DistrictLines key={item.id} item={item} tools={tools} />
  );
}
