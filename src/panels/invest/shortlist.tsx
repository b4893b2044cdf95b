/** The shortlist: candidates in the user's order with notes, what to do with another's list, and ways to go on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../domain/site.ts';
import { MOST_COMPARED } from '../../state/address/keys.ts';
import { useApp } from '../../state/app.ts';
import { MOST_NOTED, type Shortlist } from '../../state/invest/shortlist.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton, LinkButton, Note } from '../../ui/pieces.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { clusterName, districtNames } from '../shared/phrases.ts';
import { SiteMark } from '../shared/site-mark.tsx';
import { OpenSent, SendSection } from './pack/send-section.tsx';
import { rankedOf, standingWords } from './ranked.ts';
import { shortlistCsv } from './shortlist-csv.ts';
import { ShortlistLink } from './shortlist-link.tsx';
import './shortlist.css';

export default function ShortlistPanel() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => {
    need.shortlist();
    need.finder();
  }, []);
  const list = state.invest.list.value;
  if (list === null) return <p class="boot">{t('loading')}</p>;
  const ids = state.invest.shortlist.value;
  const sites = ids.flatMap((id) => state.siteById.value.get(id) ?? []);
  return (
    <article class="panel shortlist" aria-label={t('shortTitle')}>
      <PanelHead title={t('shortTitle')} />
      <p class="small muted">{t(list.kept.value ? 'shortIntro' : 'shortNotKept')}</p>
      <ShortlistLink />
      {sites.length < ids.length && <Note tone="warning">{t('shortMissing', { n: ids.length - sites.length })}</Note>}
      {sites.length === 0 ? <Note>{t('shortEmpty')}</Note> : <Candidates list={list} sites={sites} />}
      {sites.length > 0 && list.foreign.value === null && <SendSection list={list} sites={sites} />}
      <div class="take-actions no-print">
        <OpenSent list={list} />
      </div>
      {sites.length > 0 && (
        <div class="take-actions no-print">
          <button type="button" class="text-button is-framed" onClick={() => compareFirst()}>
            <Icon name="scale" size={16} /> {t('shortCompareFirst', { n: Math.min(MOST_COMPARED, sites.length) })}
          </button>
          <button type="button" class="text-button is-framed" onClick={() => state.actions.openDossier(null)}>
            <Icon name="print" size={16} /> {t('shortDossiers')}
          </button>
          <button type="button" class="text-button is-framed" onClick={() => state.actions.openView('pack')}>
            <Icon name="print" size={16} /> {t('packOpen')}
          </button>
          <CsvButton
            table="shortlist"
            title={t('shortTitle')}
            rows={() => shortlistCsv(state, i18n.value, sites, list.notes.peek())}
          />
        </div>
      )}
    </article>
  );

  function compareFirst() {
    state.invest.compareThese(sites.map(({ id }) => id));
    state.actions.openView('compare');
  }
}

function Candidates({ list, sites }: { readonly list: Shortlist; readonly sites: readonly Site[] }) {
  const { i18n } = useApp();
  const { t, name } = i18n.value;
  const own = list.foreign.value === null;
  const [said, say] = useState('');
  const box = useRef<HTMLOListElement>(null);
  /** The button to focus when the list is drawn anew: what was moved keeps the focus. */
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    if (focusOn.current === null) return;
    box.current?.querySelector<HTMLElement>(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const move = (site: Site, step: -1 | 1) => {
    const to = sites.indexOf(site) + step;
    list.move(site.id, step);
    // At an end the button that moved it there is off; the other one is at hand.
    const at = to === 0 ? 'down' : to === sites.length - 1 ? 'up' : step < 0 ? 'up' : 'down';
    focusOn.current = `[data-id="${site.id}"] [data-do="${at}"] button`;
    say(t('shortMoved', { name: name(site), n: to + 1 }));
  };
  const remove = (site: Site) => {
    const next = sites[sites.indexOf(site) + 1] ?? sites[sites.indexOf(site) - 1];
    if (next !== undefined) focusOn.current = `[data-id="${next.id}"] .candidate-name`;
    list.remove(site.id);
    say(t('shortRemoved', { name: name(site) }));
  };
  return (
    <>
      <ol class="candidates" ref={box}>
        {sites.map((site, index) => (
          <li key={site.id} data-id={site.id}>
            <Head site={site} place={index + 1} />
            {own && (
              <div class="candidate-tools no-print">
                <span data-do="up">
                  <IconButton
                    icon="up"
                    label={t('shortUpNamed', { name: name(site) })}
                    disabled={index === 0}
                    onClick={() => move(site, -1)}
                  />
                </span>
                <span data-do="down">
                  <IconButton
                    icon="down"
                    label={t('shortDownNamed', { name: name(site) })}
                    disabled={index === sites.length - 1}
                    onClick={() => move(site, 1)}
                  />
                </span>
                <IconButton
                  icon="close"
                  label={t('shortRemoveNamed', { name: name(site) })}
                  onClick={() => remove(site)}
                />
              </div>
            )}
            {own ? <NoteField list={list} site={site} /> : <TheirNote list={list} site={site} />}
          </li>
        ))}
      </ol>
      {!own && <Note>{t('shortNotOwn')}</Note>}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function Head({ site, place }: { readonly site: Site; readonly place: number }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const ranked = rankedOf(state, site.id);
  return (
    <div class="candidate-head">
      <span class="candidate-place tabular" aria-hidden="true">
        {place}
      </span>
      <SiteMark site={site} size={18} />
      <div>
        <LinkButton class="candidate-name" onClick={() => state.actions.selectSite(site.id)}>
          {name(site)}
        </LinkButton>
        <p class="small muted">
          {clusterName(i18n.value, state.clusters, site.industryCluster)} · {districtNames(i18n.value, site)}
        </p>
        <p class="small tabular">{ranked === null ? t('shortNoRanking') : standingWords(i18n.value, ranked)}</p>
        <p class="small no-print">
          <LinkButton onClick={() => state.actions.openDossier(site.id)}>
            {t('shortDossier')}
            <span class="visually-hidden">: {name(site)}</span>
          </LinkButton>
        </p>
      </div>
    </div>
  );
}

/** What came with a list that is only looked at. */
function TheirNote({ list, site }: { readonly list: Shortlist; readonly site: Site }) {
  const note = list.theirNotes.value[site.id];
  return note === undefined ? null : <p class="candidate-theirs">{note}</p>;
}

/** Kept with every letter: a page that is closed in the middle of a word loses none. */
function NoteField({ list, site }: { readonly list: Shortlist; readonly site: Site }) {
  const { i18n } = useApp();
  const { t, name } = i18n.value;
  const note = list.notes.value[site.id] ?? '';
  return (
    <>
      <textarea
        class="candidate-note no-print"
        rows={Math.min(6, Math.max(1, note.split('\n').length))}
        maxLength={MOST_NOTED}
        aria-label={t('shortNoteNamed', { name: name(site) })}
        placeholder={`${t('shortNote')} (${t('shortNotePlace')})`}
        value={note}
        onInput={(event) => list.setNote(site.id, event.currentTarget.value)}
      />
      {note !== '' && <p class="candidate-printed">{note}</p>}
    </>
  );
}
