/** What the search found: the rows of its list, and what choosing one opens. */
import type { SearchEntry } from '../../domain/schema/search.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { type SearchHit, search, withCorrectedNames } from '../../state/search.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { thingName } from '../shared/things.ts';

export { openThing } from '../shared/things.ts';

/** What is found of what is typed, records as the user has corrected them; nothing before the index is there. */
export function found({ searchIndex, sites, filters }: AppState): readonly SearchHit[] {
  const index = searchIndex.value;
  return index === null ? [] : search(withCorrectedNames(index, sites.value), filters.value.q);
}

export function SearchHits({
  hits,
  active,
  onActive,
  onChoose,
}: {
  readonly hits: readonly SearchHit[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (entry: SearchEntry) => void;
}) {
  const { state, i18n } = useApp();
  const { t, zh } = i18n.value;
  const things = state.things.value;
  return (
    <>
      {hits.map(({ entry }, index) => (
        // Mouse down, not click: the input's blur would close the list first.
        <div
          key={`${entry.entity}-${entry.id}`}
          id={`hit-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(entry);
          }}
          onMouseEnter={() => onActive(index)}
        >
          <HitMark state={state} entry={entry} />
          <span class="hit-name">{thingName(things, i18n.value, entry, zh(entry.zh[0] ?? entry.id))}</span>
          <span class="hit-kind muted">{t(entry.entity)}</span>
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
