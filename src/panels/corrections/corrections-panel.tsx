/** All corrections of this device: how each stands, and their way out and in as one file. */
import { useId, useRef, useState } from 'preact/hooks';
import { download } from '../../data/export/download.ts';
import { patchFileName, patchOf, patchText, readPatch } from '../../data/export/patch.ts';
import { correctionProblems } from '../../domain/correction-rules.ts';
import { currentValue } from '../../domain/corrections.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { today } from '../../state/today.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import './corrections.css';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { fieldWords, namesIn, newWords, valueWords } from './phrases.ts';
import { useCorrecting } from './use-correcting.ts';

const MAX_MB = 5;

const WorkbookView = lazyPanel(() => import('./workbook/workbook-view.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
});

export default function CorrectionsPanel() {
  const { state, i18n } = useApp();
  const { corrections } = state;
  const work = useCorrecting();
  const { t } = i18n.value;
  const list = corrections.list.value;
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
          <OpenFile />
          <LinkButton onClick={() => state.actions.openView('export')}>{t('correctionsWorkbook')}</LinkButton>
          {list.length > 0 && <WithdrawAll />}
        </div>
        <OpenReport />
        {work.workbook.value !== null && <WorkbookView />}
      </div>
      <Section title={t('correctionsCount', { n: list.length })}>
        {list.length === 0 ? (
          <Note>{t('correctionsNone')}</Note>
        ) : (
          <ul class="corrections">
            {list.map((c) => (
              <li key={`${c.record} ${c.field}`}>
                <Entry correction={c} own />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </article>
  );
}

/** One correction: what, before and after, its source, and how it stands. */
function Entry({ correction, own = false }: { readonly correction: Correction; readonly own?: boolean }) {
  const { state, i18n, places } = useApp();
  const work = useCorrecting();
  const { t, name, date } = i18n.value;
  const site = work.recordOf(correction.record);
  const nameOf = namesIn(i18n.value, state);
  const title = site === undefined ? correction.record : name(site);
  const field = fieldWords(i18n.value, site, correction.field);
  const standing = work.standings.value.get(correction);
  const now = site === undefined ? null : currentValue(site, correction.field);
  const withdraw = () => {
    work.withdraw(correction);
    places.panel.current?.focus();
  };
  return (
    <>
      <h4>
        {title} · {field}
      </h4>
      <p>
        <del>{valueWords(i18n.value, correction.oldValue, correction.field, nameOf)}</del>{' '}
        <span aria-hidden="true">→</span> <ins>{newWords(i18n.value, correction, nameOf)}</ins>
      </p>
      {standing === 'conflict' && now !== null && (
        <p>
          {t('correctionNow')}: {valueWords(i18n.value, now, correction.field, nameOf)}
        </p>
      )}
      <p class="small">
        <SourceLine source={correction.source} />
      </p>
      <p class="small muted">{t('correctionMade', { date: date(correction.made), version: correction.dataVersion })}</p>
      {standing !== undefined && <p class={`standing standing-${standing}`}>{t(`standing.${standing}`)}</p>}
      {own && (
        <p class="actions no-print">
          {site !== undefined && (
            <LinkButton onClick={() => state.actions.selectSite(site.id)}>{t('correctionShow')}</LinkButton>
          )}
          <button
            type="button"
            class="link-button"
            aria-label={t('correctionsWithdrawThis', { name: title, field })}
            onClick={withdraw}
          >
            {t('correctionsWithdraw')}
          </button>
        </p>
      )}
    </>
  );
}

function WithdrawAll() {
  const { state, i18n, places } = useApp();
  const { t } = i18n.value;
  const work = useCorrecting();
  const [asked, setAsked] = useState(false);
  const n = state.corrections.list.value.length;
  if (!asked) return <LinkButton onClick={() => setAsked(true)}>{t('correctionsWithdrawAll')}</LinkButton>;
  const withdraw = () => {
    work.withdrawAll();
    places.panel.current?.focus();
  };
  return (
    <>
      <LinkButton class="danger" onClick={withdraw}>
        {t('correctionsWithdrawSure', { n })}
      </LinkButton>
      <LinkButton onClick={() => setAsked(false)}>{t('cancel')}</LinkButton>
    </>
  );
}

function OpenFile() {
  const { state, i18n } = useApp();
  const { corrections, base } = state;
  const work = useCorrecting();
  const { t } = i18n.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isValid = (correction: Correction, site: Site | undefined) =>
    correctionProblems(correction, site, base.districts).length === 0;
  const open = async (file: File) => {
    try {
      if (/\.(xlsx|csv)$/i.test(file.name)) {
        const { openEdited } = await import('./workbook/open-edited.ts');
        return await openEdited(state, work, file, i18n.value);
      }
      if (file.size > MAX_MB * 1024 * 1024) throw new Error(t('correctionsTooLarge', { mb: MAX_MB }));
      work.open(readPatch(await file.text(), file.name).corrections, isValid);
      if (!corrections.kept.peek()) state.actions.notify(t('correctionsNotKept'));
    } catch (error) {
      corrections.dismissReport();
      state.actions.notify(t('correctionsOpenFailed', { reason: messageOf(error) }));
    } finally {
      // The same file can be chosen again.
      if (input.current !== null) input.current.value = '';
    }
  };
  return (
    <span class="file-input">
      <input
        ref={input}
        id={id}
        class="visually-hidden"
        type="file"
        accept=".json,.xlsx,.csv,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void open(file);
        }}
      />
      <label for={id}>{t('correctionsOpen')}</label>
    </span>
  );
}

/** What the last opened file brought; what was not taken is listed by name. */
function OpenReport() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const report = state.corrections.report.value;
  return (
    <div role="status">
      {report !== null && (
        <>
          <p>
            {t('correctionsOpened', {
              added: report.added.length,
              known: report.known.length,
              refused: report.refused.length,
            })}
          </p>
          {report.refused.length > 0 && (
            <>
              <Note tone="warning">{t('correctionsRefused')}</Note>
              <ul class="corrections">
                {report.refused.map(({ correction, why }, index) => (
                  <li key={`${index} ${correction.record}`}>
                    <p class="standing standing-conflict">{t(`refusal.${why}`)}</p>
                    <Entry correction={correction} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
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
