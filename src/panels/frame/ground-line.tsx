/** What to hold on to where the ground ends: what is near the middle of the map, and what would bring more ground. */
import { useEffect, useMemo } from 'preact/hooks';
import { type Near, nearest, type Place } from '../../analysis/nearest.ts';
import { stationPlaces } from '../../analysis/station-places.ts';
import { areasAt, type Wind, windOf } from '../../analysis/whereabouts.ts';
import { type Wgs84, wgs84 } from '../../domain/position.ts';
import { prepareRings, ringsOf } from '../../domain/rings.ts';
import { isLocated } from '../../domain/site.ts';
import { type App, useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import './ground-line.css';

const SITES = 2;

interface Named extends Place {
  /** Absent where nothing opens about it. */
  readonly open?: () => void;
}

export default function GroundLine() {
  const app = useApp();
  const { state, i18n, need, narrow } = app;
  const { t } = i18n.value;
  useEffect(() => need.stations(), []);
  const districts = useMemo(
    () =>
      state.base.districts.features.map(({ geometry, properties: { id, accuracyM } }) => ({
        id,
        accuracyM,
        rings: prepareRings(ringsOf(geometry)),
      })),
    [],
  );
  const camera = state.camera.value;
  if (camera === null) return null;
  const at = wgs84(camera.lng, camera.lat);
  const inDistricts = areasAt(at, districts).map((id) => t(`district.${id}`));
  const [town, ...others] = nearOf(app, at);
  const isShaded = state.plan.shade.value !== null || state.plan.ownShade.value !== null;
  return (
    <section
      class={`ground-line no-print ${isShaded ? 'is-aside' : ''} ${narrow.value ? `is-over-${state.sheet.value}` : ''}`}
      aria-label={t('groundLine')}
    >
      <details open={!narrow.value}>
        <summary>
          {inDistricts.length > 0 && <b>{inDistricts.reduce((one, other) => t('groundOr', { one, other }))}</b>}{' '}
          {town !== undefined && <Thing near={town} from={at} />}
        </summary>
        <ul>
          {others.map((near) => (
            <li key={near.place.id}>
              <Thing near={near} from={at} />
            </li>
          ))}
        </ul>
        <p class="muted">
          <span title={t('groundGridTitle')}>{t('groundGrid')}</span> {t('groundMore')}
        </p>
      </details>
    </section>
  );
}

/** The nearest town, station and sites. */
function nearOf({ state, i18n }: App, at: Wgs84): readonly Near<Named>[] {
  const { name, t, zh } = i18n.value;
  const towns = state.base.towns.features.flatMap(({ geometry, properties }): Named[] =>
    geometry === null || !properties.sourced
      ? []
      : [place(`town-${properties.code}`, name(properties), geometry.coordinates, properties.radiusM)],
  );
  const stations = stationPlaces(state.stations.value).map(
    (station): Named => ({ ...station, name: t('groundStation', { name: zh(station.name) }) }),
  );
  const sites = state.visibleSites.value.flatMap((site): Named[] =>
    site.position === null || !isLocated(site.precision)
      ? []
      : [
          {
            ...place(site.id, name(site), site.position, site.radiusM ?? 0),
            open: () => state.actions.selectSite(site.id),
          },
        ],
  );
  return [...nearest(at, 0, towns, 1), ...nearest(at, 0, stations, 1), ...nearest(at, 0, sites, SITES)];
}

function place(id: string, name: string, [lng, lat]: readonly [number, number], radiusM: number): Named {
  return { id, name, position: wgs84(lng, lat), radiusM };
}

const WIND_WORDS = {
  n: 'wind.n',
  ne: 'wind.ne',
  e: 'wind.e',
  se: 'wind.se',
  s: 'wind.s',
  sw: 'wind.sw',
  w: 'wind.w',
  nw: 'wind.nw',
} as const satisfies Record<Wind, string>;

/** Its name, and how far and which way it is: no surer than its position. */
function Thing({ near: { place: thing, minM, maxM }, from }: { readonly near: Near<Named>; readonly from: Wgs84 }) {
  const { i18n } = useApp();
  const { t, distance } = i18n.value;
  const wind = windOf(from, thing.position, thing.radiusM);
  const far = distance(minM, maxM);
  return (
    <>
      {thing.open === undefined ? (
        <Mixed text={thing.name} />
      ) : (
        <LinkButton onClick={thing.open}>{thing.name}</LinkButton>
      )}{' '}
      <span class="tabular muted">
        {wind === null
          ? t('groundWithin', { far: distance(maxM, maxM) })
          : t('groundFar', { wind: t(WIND_WORDS[wind]), far })}
      </span>
    </>
  );
}
