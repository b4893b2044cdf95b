/** Dossiers, on screen as they will be on paper: of the chosen site, or of the whole shortlist. */
import { createPortal } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Choice } from '../../ui/choice.tsx';
import { IconButton, Note } from '../../ui/pieces.tsx';
import { useAlone, usePaper } from '../paper/page-life.ts';
import { mmToPx } from '../paper/paper-size.ts';
import { MAP_MM } from './dossier/head.tsx';
import { Dossier, SHEET } from './dossier/pages.tsx';
import { useSitePictures } from './site-picture.ts';
import '../paper/paper.css';
import './dossier/dossier.css';

/** About 240 dots an inch. */
const PICTURE = { width: mmToPx(MAP_MM.width), height: mmToPx(MAP_MM.height), pixelRatio: 2.5 };
/** Room beside the page on a screen. */
const AROUND_PX = 48;

export default function DossierView() {
  const { i18n, need } = useApp();
  const { t, has } = i18n.value;
  useEffect(() => {
    for (const area of ['dossier', 'invest', 'plan'] as const) need.words(area);
    need.finder();
    need.shortlist();
    need.offers();
  }, []);
  const ready = has('dossier') && has('invest') && has('plan');
  return ready ? createPortal(<Layout />, document.body) : <p class="boot">{t('loading')}</p>;
}

function Layout() {
  const { state, i18n } = useApp();
  const { t, name, number } = i18n.value;
  const site = state.selectedSite.value;
  const listed = state.invest.shortlist.value.flatMap((id) => state.siteById.value.get(id) ?? []);
  const [chosen, choose] = useState<'site' | 'list'>(site === null ? 'list' : 'site');
  const [withNotes, setWithNotes] = useState(false);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const box = useRef<HTMLDivElement>(null);
  const sites = chosen === 'site' && site !== null ? [site] : listed;
  const { shots, keyOf } = useSitePictures(
    sites.map((one) => [one]),
    PICTURE,
  );
  const close = () => {
    const back = state.selection.peek();
    if (back === null) state.actions.openView('shortlist');
    else state.actions.select(back);
  };
  usePaper('A4', 'portrait');
  useAlone(box, close);
  const [only] = sites;
  const title = sites.length === 1 && only !== undefined ? t('dosTitleNamed', { name: name(only) }) : t('dosTitle');
  const mapless = state.mapStatus.value === 'no-webgl' || state.mapStatus.value === 'failed';
  const drawn = mapless || sites.every((one) => shots.has(keyOf([one])));
  const pages = sites.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  // On a screen that is narrower, the whole page is seen smaller; on paper it has its size.
  const zoom = Math.min(1, (innerWidth - AROUND_PX) / mmToPx(SHEET.width));
  return (
    <div class="print-layout dossier" role="dialog" aria-modal="true" aria-label={title} tabIndex={-1} ref={box}>
      <div class="print-tools">
        <h2 class="dossier-title">{t('dosTitle')}</h2>
        {site !== null && listed.length > 0 && (
          <Choice
            label={t('dosWhich')}
            value={chosen}
            options={[
              { value: 'site', label: t('dosWhichSite', { name: name(site) }) },
              { value: 'list', label: t('dosWhichList', { n: listed.length }) },
            ]}
            onChange={choose}
          />
        )}
        {sites.some(({ id }) => noteOf(id) !== '') && (
          <label class="switch">
            <input
              type="checkbox"
              checked={withNotes}
              onChange={(event) => setWithNotes(event.currentTarget.checked)}
            />
            {t('dosWithNotes')}
          </label>
        )}
        <p class="small muted" role="status">
          {sites.length === 0 ? '' : drawn ? t('dosPages', { n: number(pages) }) : t('dosLaying')}
        </p>
        <button
          type="button"
          class="primary-button"
          disabled={sites.length === 0 || !drawn}
          onClick={() => window.print()}
        >
          {t('dosPrint')}
        </button>
        <IconButton icon="close" label={t('printClose')} onClick={close} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
      <section class="print-preview" aria-label={title} tabIndex={0}>
        {sites.length === 0 ? (
          <Note>{t('dosEmpty')}</Note>
        ) : (
          <div class="print-pages" style={{ '--page-zoom': String(zoom) }}>
            {sites.map((one) => (
              <Dossier
                key={one.id}
                site={one}
                shot={shots.get(keyOf([one])) ?? (mapless ? 'failed' : undefined)}
                note={withNotes ? noteOf(one.id) : ''}
                onPages={(n) => setCounts((before) => (before[one.id] === n ? before : { ...before, [one.id]: n }))}
              />
            ))}
          </div>
        )}
      </section>
    </div>
  );

  function noteOf(id: Site['id']): string {
    return state.invest.list.value?.notes.value[id] ?? '';
  }
}
