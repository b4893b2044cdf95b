/** Where a site is and how surely: plain words, radius, source, and the positions that were set aside. */
import type { Location } from '../../domain/schema/site.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Rows } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { SiteField } from '../provenance/provenance.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';

const OutlineOfSite = lazyPanel(() => import('./site-outline.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
});

const TownOfSite = lazyPanel(() => import('./town-of-site.tsx').then((m) => m.default), {
  words: ['panels'],
  wait: 'silent',
});

export function SiteLocation({ site }: { readonly site: Site }) {
  const { i18n } = useApp();
  const { t, text } = i18n.value;
  return (
    <>
      <SiteField site={site} field="location" label={t('where')}>
        <p class="plain-words">{t(`precisionWords.${site.precision}`)}</p>
      </SiteField>
      <p>
        <Mixed text={text(site.location.how)} />
      </p>
      <LocationRows location={site.location} sources={site.sources} />
      {site.towns.length === 0 && site.position !== null && <TownOfSite site={site} />}
      {site.outline !== undefined && <OutlineOfSite site={site} />}
      {site.otherLocations.length > 0 && (
        <details class="also">
          <summary>
            {t('otherPositions')} ({site.otherLocations.length})
          </summary>
          {site.otherLocations.map((other) => (
            <div class="other-location" key={text(other.setAside)}>
              <p>
                <Mixed text={text(other.how)} />
              </p>
              <p>
                <Mixed text={t('setAside', { reason: text(other.setAside) })} />
              </p>
              <LocationRows location={other} sources={site.sources} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function LocationRows({ location, sources }: { readonly location: Location; readonly sources: Site['sources'] }) {
  const { i18n } = useApp();
  const { t, distance } = i18n.value;
  const { position, radiusM } = location;
  const rows = [
    { label: t('howSure'), value: t(`precision.${location.precision}`) },
    ...(radiusM === null ? [] : [{ label: t('radius'), value: distance(radiusM, radiusM) }]),
    ...(position === null
      ? []
      : [
          {
            label: t('coordinates'),
            value: (
              <span class="tabular">
                {position[0].toFixed(5)}, {position[1].toFixed(5)}
              </span>
            ),
          },
        ]),
    ...(location.sources.length === 0
      ? []
      : [
          {
            label: t('locationSource'),
            value: (
              <>
                {location.sources.map((key) => (
                  <div key={key} class="row-source">
                    <SourceLine source={sources[key]} />
                  </div>
                ))}
                {location.rights === 'unclear' && <div class="muted">{t('rightsUnclear')}</div>}
              </>
            ),
          },
        ]),
  ];
  return <Rows rows={rows} />;
}
