/** The top of a dossier: name, code, map with the error of the position, and what the place is. */

import type { Site } from '../../../domain/site.ts';
import { factWords } from '../../../i18n/fact.ts';
import type { I18n } from '../../../i18n/index.ts';
import { Qr } from '../../../ui/qr.tsx';
import { aboutMap } from '../../paper/about-map.ts';
import { North, ScaleBar } from '../../paper/print-page.tsx';
import { Mixed } from '../../shared/mixed-script.tsx';
import { clusterName, otherName, placeWords } from '../../shared/phrases.ts';
import type { Block, DossierMatter } from './block.ts';
import { type PrintRow, PrintRows, piece } from './heading.tsx';

/** Millimetres; the picture is drawn for it. */
export const MAP_MM = { width: 94, height: 60 };
const BAR_PX = 110;

export function headBlock(matter: DossierMatter, link: string): Block {
  const { i18n, site, state } = matter;
  const { t, name } = i18n;
  const other = otherName(i18n, site);
  return piece(
    'head',
    <>
      <header class="dos-head">
        <div>
          <p class="dos-kicker">
            {t(`kind.${site.kind}`)} · {clusterName(i18n, state.clusters, site.industryCluster)}
          </p>
          <h2>{name(site)}</h2>
          <p class="dos-other-name" lang={other.lang}>
            {other.text}
          </p>
        </div>
        <div class="dos-qr">
          <Qr text={link} label={t('dosScan')} size="25mm" />
          <p>{t('dosScan')}</p>
        </div>
      </header>
      <div class="dos-top">
        <SiteMap matter={matter} />
        <PrintRows rows={identityRows(matter)} />
      </div>
    </>,
  );
}

function SiteMap({ matter: { state, i18n, site, shot } }: { readonly matter: DossierMatter }) {
  const { t, name, distance } = i18n;
  if (shot === 'none')
    return (
      <figure class="dos-map">
        <p class="dos-no-map">
          {t(`precision.${site.precision}`)}: {t('dosNoPoint')}
        </p>
      </figure>
    );
  const caption =
    site.precision === 'district'
      ? t('dosCoarse')
      : site.radiusM === null
        ? t('gap.radius')
        : t('dosCircle', { radius: distance(site.radiusM, site.radiusM) });
  return (
    <figure class="dos-map">
      <div class="dos-picture" style={{ width: `${MAP_MM.width}mm`, height: `${MAP_MM.height}mm` }}>
        {shot === undefined && <p>{t('printDrawing')}</p>}
        {shot === 'failed' && <p>{t('dosMapFailed')}</p>}
        {typeof shot === 'object' && (
          <>
            <img src={shot.url} alt={t('dosMapAlt', { name: name(site) })} />
            <North bearing={shot.picture.bearing} letter={t('printNorth')} />
            <ScaleBar about={aboutMap(state, i18n, shot.picture, BAR_PX)} />
          </>
        )}
      </div>
      {typeof shot === 'object' && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function identityRows({ state, i18n, site, described, sources }: DossierMatter): PrintRow[] {
  const { t, text, name, date, distance } = i18n;
  const of = (keys: readonly (string | null)[]) =>
    sources.cite(keys.map((key) => (key === null ? undefined : site.sources[key])));
  const rows: (PrintRow | null)[] = [
    {
      label: t('status'),
      value: <strong>{t(`status.${site.status}`)}</strong>,
      aside: `${site.statusDate === null ? '' : t('statusAsOf', { date: date(site.statusDate) })} ${of([site.statusSource])}`,
    },
    { label: t('district'), value: placeWords(i18n, state.things.value.town, site) },
    site.address === null ? null : { label: t('address'), value: <Mixed text={text(site.address)} /> },
    described.parent === null ? null : { label: t('partOfLabel'), value: name(described.parent) },
    site.focus === null ? null : { label: t('focus'), value: <Mixed text={text(site.focus)} /> },
    site.operator === null ? null : { label: t('operator'), value: <Mixed text={text(site.operator)} /> },
    site.areaKm2 === null
      ? null
      : { label: t('area'), value: factWords(i18n, { value: site.areaKm2 * 1e6, unit: 'm²', qualifier: 'exact' }) },
    {
      label: t('howSure'),
      value: `${t(`precision.${site.precision}`)}${
        site.radiusM === null ? '' : ` · ${t('radius')} ${distance(site.radiusM, site.radiusM)}`
      }`,
      aside: of(site.location.sources),
    },
    coordinates(site, i18n),
  ];
  return rows.filter((row) => row !== null);
}

function coordinates({ position }: Site, { t }: I18n): PrintRow | null {
  if (position === null) return null;
  return { label: t('coordinates'), value: `${position[0].toFixed(5)}, ${position[1].toFixed(5)}` };
}
