/** What the search found: the rows of its list, and what choosing one opens. */
import { batch } from '@preact/signals';
import type { SearchEntry } from '../../domain/schema/search.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { search, withCorrectedNames } from '../../state/search.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { openThing, thingName } from '../shared/things.ts';
import { DATUM_NAMES, type TypedPlace, typedPlaces } from './typed-places.ts';

/** A thing that has such a name, or the place that was typed. */
export type Hit = { readonly entry: SearchEntry } | TypedPlace;

/** How far around a typed place is asked at first, km. */
const AROUND_KM = 5;

/** What is found of what is typed, records as the user has corrected them; no names before the index is there. */
export function found({ searchIndex, sites, filters }: AppState): readonly Hit[] {
  const index = searchIndex.value;
  const { q } = filters.value;
  return [...typedPlaces(q), ...(index === null ? [] : search(withCorrectedNames(index, sites.value), q))];
}

/** Opens a thing; of a place, what is around it. */
export function openHit(state: AppState, hit: Hit): void {
  if ('entry' in hit) openThing(state, hit.entry);
  else
    batch(() => {
      if (state.mode.peek() !== 'plan') state.actions.setMode('plan');
      state.actions.setAsk({ kind: 'radius', around: { entity: 'pin', at: hit.at }, withinKm: AROUND_KM });
    });
}

/** Degrees to about a metre. */
const degrees = ({ number }: I18n, [lng, lat]: TypedPlace['at']): string => `${number(lng, 5)}°E, ${number(lat, 5)}°N`;

export function SearchHits({
  hits,
  active,
  onActive,
  onChoose,
}: {
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (hit: Hit) => void;
}) {
  const { state, i18n } = useApp();
  const { t, zh } = i18n.value;
  const things = state.things.value;
  return (
    <>
      {hits.map((hit, index) => (
        // Mouse down, not click: the input's blur would close the list first.
        <div
          key={'entry' in hit ? `${hit.entry.entity}-${hit.entry.id}` : hit.datum}
          id={`hit-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(hit);
          }}
          onMouseEnter={() => onActive(index)}
        >
          {'entry' in hit ? (
            <>
              <HitMark state={state} entry={hit.entry} />
              <span class="hit-name">
                {thingName(things, i18n.value, hit.entry, zh(hit.entry.zh[0] ?? hit.entry.id))}
              </span>
              <span class="hit-kind muted">{t(hit.entry.entity)}</span>
            </>
          ) : (
            <>
              <Icon name="target" size={16} />
              <span class="hit-name tabular">{degrees(i18n.value, hit.at)}</span>
              <span class="hit-kind muted">{DATUM_NAMES[hit.datum]}</span>
            </>
          )}
        </div>
      ))}
    </>
  );
}

function HitMark({ state, entry }: { readonly state: AppState; readonly entry: SearchEntry }) {
  const site = entry.entity === 'site' ? state.siteById.value.get(entry.id) : undefined;
  const own = entry.entity === 'cluster' ? state.things.value.cluster.get(entry.id) : undefined;
  const cluster = site?.industryCluster ?? own?.id;
  return cluster === undefined ? (
    <Icon name={entry.entity === 'clause' ? 'book' : 'target'} size={16} />
  ) : (
    <Mark cluster={cluster} group={site?.group} theme={state.theme.value} size={18} />
  );
}
