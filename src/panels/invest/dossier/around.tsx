/** What lies around a site, and how far it is to what a plant needs: ranges, since both ends carry an error. */
import type { CriterionId } from '../../../analysis/invest/types.ts';
import { type Near, nearest, type Place } from '../../../analysis/nearest.ts';
import { sharesOrigin } from '../../../domain/derived-from.ts';
import { isLocated, type Site } from '../../../domain/site.ts';
import type { I18n } from '../../../i18n/index.ts';
import { criterionWords, valueWords } from '../criterion-text.ts';
import type { Block, DossierMatter } from './block.ts';
import { heading, inPairs, type PrintRow, piece } from './heading.tsx';

const NEAREST = 3;
/** Platforms and projects are named above, each with its distance. */
const DISTANCES: readonly CriterionId[] = ['station', 'motorway', 'airport', 'port'];

export function aroundBlocks(matter: DossierMatter): Block[] {
  const { i18n, site, state } = matter;
  const { t } = i18n;
  const { position, radiusM } = site;
  if (position === null || !isLocated(site.precision))
    return [heading('around', t('dosNeighbours')), piece('not-measured', <p>{t('dosNotMeasured')}</p>)];
  const around = (wanted: (other: Site) => boolean): Around => {
    const others = state.sites.value.filter((other) => other.id !== site.id && wanted(other));
    return {
      rows: nearest(position, radiusM ?? 0, placesOf(others, i18n, site), NEAREST),
      // Not left out in silence: it may be the nearest of all.
      cannotTell: others.filter((other) => sharesOrigin(other, site)).map(i18n.name),
    };
  };
  const platforms = around(({ group, extent }) => group === 'platform' && extent !== 'event');
  const same = around(
    ({ group, industryCluster, parent }) =>
      group === 'project' && parent === null && industryCluster === site.industryCluster,
  );
  return [
    heading('around', t('dosNeighbours'), t('dosDistanceNote')),
    piece(
      'near',
      <div class="dos-columns">
        <section>
          <h4>{t('dosPlatforms')}</h4>
          <NearRows i18n={i18n} around={platforms} />
        </section>
        <section>
          <h4>{t('dosSame')}</h4>
          {same.rows.length + same.cannotTell.length === 0 ? (
            <p>{t('dosSameNone')}</p>
          ) : (
            <NearRows i18n={i18n} around={same} />
          )}
        </section>
      </div>,
    ),
    ...distanceBlocks(matter),
  ];
}

/** The nearest, and the names of those whose points were taken from what the site's own was. */
interface Around {
  readonly rows: readonly Near<Place>[];
  readonly cannotTell: readonly string[];
}

function placesOf(sites: readonly Site[], { name }: I18n, own: Site): Place[] {
  return sites.flatMap((site) =>
    site.position !== null && isLocated(site.precision) && !sharesOrigin(site, own)
      ? [{ id: site.id, name: name(site), position: site.position, radiusM: site.radiusM ?? 0 }]
      : [],
  );
}

function NearRows({ i18n, around }: { readonly i18n: I18n; readonly around: Around }) {
  const { rows, cannotTell } = around;
  return (
    <>
      <ol class="dos-near">
        {rows.map(({ place, minM, maxM }) => (
          <li key={place.id}>
            <span>{place.name}</span> <span class="tabular">{i18n.distance(minM, maxM)}</span>
          </li>
        ))}
      </ol>
      {cannotTell.length > 0 && <p class="dos-aside">{i18n.t('dosSamePoint', { names: i18n.list(cannotTell) })}</p>}
    </>
  );
}

/** The finder's distances with what must be said of each, and its source. */
function distanceBlocks({ state, i18n, ranked, sources }: DossierMatter): Block[] {
  const { t, date } = i18n;
  const rows = [...(ranked?.values ?? [])].flatMap(([id, value]): PrintRow[] => {
    if (!DISTANCES.includes(id)) return [];
    const words = valueWords(i18n, state, value);
    if (!value.known) return [{ label: criterionWords(i18n, id), value: t('cmpUnknown'), aside: words }];
    const said = [
      value.note === null ? '' : t(`valueNote.${value.note}`),
      value.date === null || !/^\d{4}(-\d\d){0,2}$/.test(value.date) ? '' : t('dosAsOf', { date: date(value.date) }),
      sources.cite(value.sources),
    ];
    return [{ label: criterionWords(i18n, id), value: words, aside: said.filter((part) => part !== '').join(' · ') }];
  });
  if (rows.length === 0) return [];
  return [
    heading('distances', t('dosDistances')),
    ...inPairs(rows).map((pair, index) =>
      piece(
        `distances-${index}`,
        <dl class="dos-facts">
          {pair.map(({ label, value, aside }, n) => (
            <div key={n}>
              <dt>{label}</dt>
              <dd>
                {value} <span class="dos-aside">{aside}</span>
              </dd>
            </div>
          ))}
        </dl>,
      ),
    ),
  ];
}
