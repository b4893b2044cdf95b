/** Dossiers, on screen as they will be on paper: of the chosen site, or of the whole shortlist. */
import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Choice } from '../../ui/choice.tsx';
import { Note } from '../../ui/pieces.tsx';
import { mmToPx } from '../paper/paper-size.ts';
import { Pages, PaperSheet } from '../paper/sheet.tsx';
import { MAP_MM } from './dossier/head.tsx';
import { SHEET } from './dossier/laid-pages.tsx';
import { Dossier } from './dossier/pages.tsx';
import { useSitePictures } from './site-picture.ts';
import './dossier/dossier.css';

/** About 240 dots an inch. */
const PICTURE = { width: mmToPx(MAP_MM.width), height: mmToPx(MAP_MM.height), pixelRatio: 2.5 };

export default function DossierView() {
  const { state, i18n, need } = useApp();
  const { t, name, number } = i18n.value;
  useEffect(() => {
    need.finder();
    need.shortlist();
    need.offers();
  }, []);
  const site = state.selectedSite.value;
  const listed = state.invest.shortlist.value.flatMap((id) => state.siteById.value.get(id) ?? []);
  const [chosen, choose] = useState<'site' | 'list'>(site === null ? 'list' : 'site');
  const [withNotes, setWithNotes] = useState(false);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
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
  const [only] = sites;
  const title = sites.length === 1 && only !== undefined ? t('dosTitleNamed', { name: name(only) }) : t('dosTitle');
  const mapless = state.mapStatus.value === 'failed';
  const drawn = mapless || sites.every((one) => shots.has(keyOf([one])));
  const pages = sites.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  return (
    <PaperSheet
      kind="dossier"
      label={title}
      paper="A4"
      orientation="portrait"
      words={{ print: t('dosPrint'), close: t('printClose') }}
      ready={sites.length > 0 && drawn}
      onClose={close}
      tools={
        <>
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
        </>
      }
    >
      {sites.length === 0 ? (
        <Note>{t('dosEmpty')}</Note>
      ) : (
        <Pages width={SHEET.width}>
          {sites.map((one) => (
            <Dossier
              key={one.id}
              site={one}
              shot={shots.get(keyOf([one])) ?? (mapless ? 'failed' : undefined)}
              note={withNotes ? noteOf(one.id) : ''}
              onPages={(n) => setCounts((before) => (before[one.id] === n ? before : { ...before, [one.id]: n }))}
            />
          ))}
        </Pages>
      )}
    </PaperSheet>
  );

  function noteOf(id: Site['id']): string {
    return state.invest.list.value?.notes.value[id] ?? '';
  }
}
