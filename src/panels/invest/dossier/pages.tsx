/** A dossier on its sheets. */
import { useMemo } from 'preact/hooks';
import type { Site } from '../../../domain/site.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { markWords, policyCite } from '../../paper/meta.ts';
import { hrefTo } from '../../reader/cite.tsx';
import type { SitePicture } from '../site-picture.ts';
import { dossierBlocks, dossierPairs } from './blocks.ts';
import { LaidPages } from './laid-pages.tsx';

/** More than this, and the type becomes smaller before a further page is begun. */
const MOST_PAGES = 2;

interface DossierProps {
  readonly site: Site;
  readonly shot: SitePicture | 'none' | 'failed' | undefined;
  readonly note: string;
  readonly onPages: (pages: number) => void;
}

export function Dossier({ site, shot, note, onPages }: DossierProps) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const ranking = state.invest.ranking.value;
  const offers = state.offers.value;
  const blocks = useMemo(
    () => dossierBlocks({ state, i18n: i18n.value, site, shot, note }, hrefTo),
    [i18n.value, site, shot, note, ranking, offers],
  );
  return (
    <LaidPages
      blocks={blocks}
      type=""
      most={MOST_PAGES}
      running={name(site)}
      label={(n, of) => `${name(site)}, ${t('dosPage', { n, of })}`}
      foot={(page, of) => <SheetFoot site={site} page={page} of={of} />}
      onPages={onPages}
    />
  );
}

function SheetFoot({ site, page, of }: { readonly site: Site; readonly page: number; readonly of: number }) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const { version } = state.base;
  const { short } = dossierPairs({ state, i18n: i18n.value, site });
  return (
    <footer class="dos-foot">
      <p class="dos-foot-line">
        <strong class="sheet-mark">{markWords(state, [i18n.value])}</strong>
        <span class="dos-url">{hrefTo(short)}</span>
        <span class="tabular">{t('dosPage', { n: page, of })}</span>
      </p>
      <p>
        {policyCite(state, [i18n.value])} · {t('dataVersion', { version: version.data, date: date(version.date) })} ·{' '}
        {t('exportDate')} {date(today())} · {t('printDatum')}
      </p>
    </footer>
  );
}
