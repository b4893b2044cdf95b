/** Imported data: a way in, what is being read, and the sets that are there. */
import { useEffect } from 'preact/hooks';
import { isRegisterTable } from '../../analysis/register-workbook/sheet-table.ts';
import { useApp } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import './data.css';
import './sets.css';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { Confirm } from './confirm.tsx';
import { FileEntry } from './file-entry.tsx';
import { FileQueue } from './file-queue.tsx';
import { JoinReportView } from './join/join-report.tsx';
import { SetPlaces } from './looks/set-places.tsx';
import { failureWords } from './note-text.ts';
import { Progress } from './progress.tsx';
import { ReceiptView } from './receipt-view.tsx';
import { RemoteEntry } from './remote-entry.tsx';
import { RowCard } from './row-card.tsx';
import { SetCard } from './set-card.tsx';
import { Silence } from './silence.tsx';
import { StackList } from './stack-list.tsx';
import { takeFiles } from './take-files.ts';

const SetTable = lazyPanel(() => import('./table/set-table.tsx').then((m) => m.SetTable), {
  words: ['panels', 'plan', 'table'],
});

const Recognised = lazyPanel<{ readonly session: ImportSession; readonly file: File }>(
  () => import('../corrections/workbook/recognised.tsx').then((m) => m.default),
  { words: ['panels', 'plan'] },
);

const ReplaceAsk = lazyPanel(() => import('./reuse/replace-report.tsx').then((m) => m.ReplaceAsk), {
  words: ['plan', 'table'],
});
const ReplaceReport = lazyPanel(() => import('./reuse/replace-report.tsx').then((m) => m.ReplaceReport), {
  words: ['plan', 'table'],
});

export default function DataPanel() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const imports = state.imports.value;
  useEffect(() => {
    need.imports();
  }, []);
  if (imports === null) return <p class="boot">{t('loading')}</p>;
  const chosen = imports.chosen.value;
  const table = imports.byId(imports.openTable.value ?? '');
  if (table !== null) return <SetTable key={table.id} imports={imports} item={table} />;
  const of = chosen === null ? null : imports.byId(chosen.setId);
  if (chosen !== null && of !== null) return <RowCard imports={imports} item={of} row={chosen.row} />;
  const stack = imports.stacks.opened.value;
  const standing = stack === null ? [] : imports.stacks.at(stack.at);
  if (stack !== null && standing.length > 0) return <StackList imports={imports} open={stack} standing={standing} />;
  return (
    <article class="panel" aria-label={t('data')}>
      <PanelHead title={t('data')} />
      <div class="panel-body">
        <Silence session={imports.session} />
        {imports.replacing.replacing.value !== null && <ReplaceAsk imports={imports} />}
        <Way imports={imports} />
        {imports.replacing.report.value !== null && <ReplaceReport imports={imports} />}
        <FileQueue session={imports.session} />
      </div>
      <Sets imports={imports} />
    </article>
  );
}

/** The step that the file on its way in has reached. */
function Way({ imports }: { readonly imports: Imports }) {
  const app = useApp();
  const { state, i18n } = app;
  const { t } = i18n.value;
  const { session } = imports;
  const phase = session.phase.value;
  const dropped = state.dropped.value;
  useEffect(() => {
    if (dropped.length === 0) return;
    state.actions.dropFiles([]);
    takeFiles(app, session, dropped);
  }, [dropped]);
  switch (phase.kind) {
    case 'idle':
      return (
        <>
          <p>{t('dataLead')}</p>
          <FileEntry session={session} />
          <RemoteEntry imports={imports} />
        </>
      );
    case 'opening':
      return (
        <div role="status" class="data-step">
          <p>{t('dataOpening', { name: phase.file.name })}</p>
          <LinkButton onClick={session.cancel}>{t('cancel')}</LinkButton>
        </div>
      );
    case 'confirm':
      if (isRegisterTable(phase.preview.columns.map(({ name }) => name)))
        return <Recognised session={session} file={phase.file} />;
      return (
        <Confirm
          imports={imports}
          key={`${phase.file.name} ${phase.file.lastModified}`}
          session={session}
          file={phase.file}
          preview={phase.preview}
          failure={phase.failure}
        />
      );
    case 'importing':
      return <Progress file={phase.file} progress={phase.progress} onCancel={session.cancel} />;
    case 'failed':
      return (
        <div class="data-step">
          <div role="alert" class="note-warning data-failed">
            <h3>{t('dataFailed', { name: phase.fileName })}</h3>
            <p>{failureWords(i18n.value, phase.failure)}</p>
            <p>{t('dataFailedKept')}</p>
          </div>
          <LinkButton onClick={session.cancel}>{t('dataAnother')}</LinkButton>
        </div>
      );
    case 'joined':
      return (
        <div class="data-step">
          <JoinReportView
            report={phase.report}
            name={imports.byId(phase.report.setId)?.look.name ?? phase.report.keys.set}
          />
          <LinkButton class="primary" onClick={session.cancel}>
            {t('dataAnother')}
          </LinkButton>
        </div>
      );
    case 'done': {
      const item = imports.byId(phase.setId);
      return (
        <div class="data-step">
          {item !== null && <ReceiptView receipt={item.receipt} name={item.look.name} announced />}
          <LinkButton class="primary" onClick={session.cancel}>
            {t('dataAnother')}
          </LinkButton>
        </div>
      );
    }
  }
}

function Sets({ imports }: { readonly imports: Imports }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const sets = imports.sets.value;
  return (
    <Section title={t('dataSets', { n: sets.length })}>
      {imports.damaged.value > 0 && <Note tone="warning">{t('dataDamaged', { n: imports.damaged.value })}</Note>}
      {sets.length === 0 && <Note>{t(imports.loading.value ? 'dataLoading' : 'dataNone')}</Note>}
      <SetPlaces
        imports={imports}
        sets={sets}
        card={(item, ways) => <SetCard imports={imports} item={item} ways={ways} />}
      />
    </Section>
  );
}
