/** Nearest platforms and stations, as ranges: both ends carry an error. */
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Near, nearest, type Place } from '../../analysis/nearest.ts';
import { stationPlaces } from '../../analysis/station-places.ts';
import { derivedFrom, sharesOrigin } from '../../domain/derived-from.ts';
import { isLocated, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';

export function Nearby({ site }: { readonly site: Site }) {
  const { state, i18n, need } = useApp();
  const { t, name } = i18n.value;
  useEffect(() => need.stations(), []);
  const { position, radiusM } = site;
  const placed = position !== null && isLocated(site.precision);

  const stations = useComputed(() => stationPlaces(state.stations.value));
  const own = derivedFrom(site);
  const taken = own.filter((from) => stations.value.some((station) => station.name === from));
  if (!placed) return <Note>{t('nearbyNone')}</Note>;
  const others = state.sites.value.filter((s) => s.group === 'platform' && s.extent !== 'event' && s.id !== site.id);
  const samePoint = others.filter((s) => sharesOrigin(s, site));
  const platforms = others.flatMap((s): (Place & { site: Site })[] =>
    s.position !== null && isLocated(s.precision) && !samePoint.includes(s)
      ? [{ id: s.id, name: name(s), position: s.position, radiusM: s.radiusM ?? 0, site: s }]
      : [],
  );
  return (
    <>
      <Note>{t('nearbyNote')}</Note>
      <h4>{t('nearestPlatforms')}</h4>
      <NearList
        rows={nearest(position, radiusM ?? 0, platforms, 3)}
        render={(near) => (
          <LinkButton onClick={() => state.actions.selectSite(near.place.id)}>{near.place.name}</LinkButton>
        )}
      />
      {samePoint.length > 0 && <Note>{t('nearbySamePoint', { names: i18n.value.list(samePoint.map(name)) })}</Note>}
      <h4>{t('nearestStations')}</h4>
      {taken.length > 0 ? (
        <Note>{t('nearbyDerived', { names: i18n.value.list(taken.map(i18n.value.zh)) })}</Note>
      ) : (
        <NearList
          rows={nearest(position, radiusM ?? 0, stations.value, 3)}
          render={(near) => (
            <span>
              <Mixed text={i18n.value.zh(near.place.name)} />{' '}
              <span class="muted">
                {t(({ metro: 'stationMetro', rail: 'stationRail', tram: 'stationTram' } as const)[near.place.mode])}
              </span>
            </span>
          )}
        />
      )}
    </>
  );
}

function NearList<T extends Place>({
  rows,
  render,
}: {
  readonly rows: readonly Near<T>[];
  readonly render: (near: Near<T>) => preact.JSX.Element;
}) {
  const { i18n } = useApp();
  return (
    <ol class="near-list">
      {rows.map((near) => (
        <li key={near.place.id}>
          {render(near)}
          <span class="tabular muted">{i18n.value.distance(near.minM, near.maxM)}</span>
        </li>
      ))}
    </ol>
  );
}
