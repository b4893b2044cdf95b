/** The outline of a site: how large it is, of when, where it comes from, and whose it is. */
import { useEffect } from 'preact/hooks';
import { outlineM2 } from '../../analysis/outline-share.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { outlineAt } from '../../state/outlines.ts';
import { Note, Rows } from '../../ui/pieces.tsx';
import { SiteField } from '../provenance/provenance.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';

/** Beyond this share the outline and the stated area are not of one thing. */
const MOST_APART = 0.25;

export default function OutlineOfSite({ site }: { readonly site: Site }) {
  const { state, i18n, need } = useApp();
  const { t, date, number, text } = i18n.value;
  useEffect(() => need.outlines(), []);
  const { outline: about } = site;
  const outline = outlineAt(state, site);
  if (about === undefined) return null;
  const km2 = outline === null ? null : outlineM2(outline) / 1e6;
  const stated = site.areaKm2;
  const isApart = km2 !== null && stated !== null && stated > 0 && Math.abs(km2 - stated) / stated > MOST_APART;
  return (
    <>
      <Rows
        rows={[
          {
            label: t('outlineArea'),
            value: (
              <SiteField site={site} field="outline" label={t('outline')}>
                {km2 === null ? t('loading') : t('outlineKm2', { n: number(km2, 3) })}
              </SiteField>
            ),
          },
          { label: t('outlineOf'), value: about.date === null ? t('dateNotStated') : date(about.date) },
          {
            label: t('outlineSource'),
            value: (
              <div class="row-source">
                <SourceLine source={site.sources[about.source]} />
                {about.rights === 'unclear' && <div class="muted">{t('rightsUnclear')}</div>}
              </div>
            ),
          },
        ]}
      />
      {isApart && <Note tone="warning">{t('outlineApart', { n: number(stated, 3) })}</Note>}
      {about.note !== undefined && (
        <p>
          <Mixed text={text(about.note)} />
        </p>
      )}
      <p class="small muted">{t('outlineCounted')}</p>
    </>
  );
}
