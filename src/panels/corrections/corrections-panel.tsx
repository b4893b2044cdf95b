/** All corrections of this device: how each stands, and their way out and in as one file. */
import { useState } from 'preact/hooks';
import { download } from '../../data/export/download.ts';
import { patchFileName, patchOf, patchText } from '../../data/export/patch.ts';
import { isDraft } from '../../domain/corrections.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import { useApp } from '../../state/app.ts';
import { today } from '../../state/today.ts';
import { keepBefore } from '../../state/workspace/keep-before.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import './corrections.css';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { Entry } from './entry.tsx';
import { OpenFile, OpenReport } from './open-patch.tsx';
import { useCorrecting } from './use-correcting.ts';

const WorkbookView = lazyPanel(() => import('./workbook/workbook-view.tsx').then((m) => m.default), {
  words: ['panels', 'plan', 'corrections', 'keeping'],
});
const AddForm = lazyPanel(() => import('./add-form.tsx').then((m) => m.default), {
  words: ['panels', 'plan', 'corrections', 'keeping'],
});

export default function CorrectionsPanel() {
  const { state, i18n } = useApp();
  const { corrections } = state;
  const work = useCorrecting();
  const { t } = i18n.value;
  const list = corrections.list.value;
  const isAdding = corrections.editing.value?.field === 'record';
  const exported = () => {
    const patch = patchOf(list, state.base.version.data, today());
    download(patchFileName(patch), patchText(patch), 'application/json');
  };
  return (
    <article class="panel" aria-label={t('corrections')}>
      <PanelHead title={t('corrections')} />
      <div class="correct-body">
        <p>{t('correctionsLead')}</p>
        {!corrections.kept.value && list.length > 0 && <Note tone="warning">{t('correctionsNotKept')}</Note>}
        <Aside />
        <div class="actions no-print">
          {list.length > 0 && (
            <LinkButton class="primary" onClick={exported}>
              {t('correctionsExport')}
            </LinkButton>
          )}
          <LinkButton onClick={() => corrections.edit('', 'record')}>{t('keepAdd')}</LinkButton>
          <LinkButton onClick={() => state.actions.openView('locate')}>{t('bench')}</LinkButton>
          <OpenFile />
          <LinkButton onClick={() => state.actions.openView('export')}>{t('correctionsWorkbook')}</LinkButton>
          {list.length > 0 && <WithdrawAll />}
        </div>
        {isAdding && <AddForm />}
        <OpenReport />
        {work.workbook.value !== null && <WorkbookView />}
      </div>
      <Section title={t('correctionsCount', { n: list.length })}>
        {list.length === 0 ? <Note>{t('correctionsNone')}</Note> : <Entries list={list} />}
      </Section>
    </article>
  );
}

/** What somebody has to look at comes first: what the register has moved away from, then what lacks a source. */
function Entries({ list }: { readonly list: readonly Correction[] }) {
  const { t } = useApp().i18n.value;
  const standings = useCorrecting().standings.value;
  const inConflict = list.filter((each) => standings.get(each) === 'conflict');
  const drafts = list.filter((each) => isDraft(each) && !inConflict.includes(each));
  const rest = list.filter((each) => !inConflict.includes(each) && !drafts.includes(each));
  return (
    <>
      {inConflict.length > 0 && <Note tone="warning">{t('keepConflicts', { n: inConflict.length })}</Note>}
      {drafts.length > 0 && <Note tone="warning">{t('keepDrafts', { n: drafts.length })}</Note>}
      <ul class="corrections">
        {[...inConflict, ...drafts, ...rest].map((each) => (
          <li key={`${each.record} ${each.field}`}>
            <Entry correction={each} own />
          </li>
        ))}
      </ul>
    </>
  );
}

function WithdrawAll() {
  const app = useApp();
  const { state, i18n, places } = app;
  const { t } = i18n.value;
  const work = useCorrecting();
  const [asked, setAsked] = useState(false);
  const n = state.corrections.list.value.length;
  if (!asked) return <LinkButton onClick={() => setAsked(true)}>{t('correctionsWithdrawAll')}</LinkButton>;
  const withdraw = async () => {
    await keepBefore(app, 'withdrawn');
    work.withdrawAll();
    places.panel.current?.focus();
  };
  return (
    <>
      <LinkButton class="danger" onClick={() => void withdraw()}>
        {t('correctionsWithdrawSure', { n })}
      </LinkButton>
      <LinkButton onClick={() => setAsked(false)}>{t('cancel')}</LinkButton>
    </>
  );
}

function Aside() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const work = useCorrecting();
  const texts = state.corrections.aside.value;
  if (texts.length === 0) return null;
  const save = () => download(`foshan-224-corrections-unread-${today()}.txt`, texts.join('\n\n'), 'text/plain');
  return (
    <div class="note note-warning">
      <p>{t('correctionsAside')}</p>
      <p class="actions">
        <LinkButton onClick={save}>{t('correctionsAsideSave')}</LinkButton>
        <LinkButton onClick={() => work.dropAside()}>{t('correctionsAsideDrop')}</LinkButton>
      </p>
    </div>
  );
}
