/** An edited workbook against the register: what would change, to be taken or left. */
import { useEffect, useState } from 'preact/hooks';
import type { Comparison, Proposal } from '../../../analysis/register-workbook/comparison.ts';
import { parseAs, problemsOf } from '../../../domain/schema/parse.ts';
import { Source } from '../../../domain/schema/parts.ts';
import { useApp } from '../../../state/app.ts';
import type { Workbook } from '../../../state/corrections/corrections.ts';
import { closeWorkbook, takeProposals } from '../../../state/corrections/workbook.ts';
import { keepBefore } from '../../../state/workspace/keep-before.ts';
import { LinkButton, Note } from '../../../ui/pieces.tsx';
import { failureWords } from '../../data/note-text.ts';
import { typedSource } from '../draft.ts';
import { SourceFields } from '../fields.tsx';
import { EMPTY_DRAFT, type FormDraft } from '../form-draft.ts';
import { tellWhereNotKept, useCorrecting } from '../use-correcting.ts';
import { ProposalGroup } from './proposal-group.tsx';
import { Refusals } from './refusals.tsx';
import './workbook.css';

type Open = Extract<Workbook, { kind: 'open' }>;

/** In which group a proposal is shown. */
function groupOf({ conflict, emptied, correction }: Proposal): 'added' | 'changed' | 'emptied' | 'conflict' {
  if (conflict !== null) return 'conflict';
  if (emptied) return 'emptied';
  const isNew = 'milestone' in correction.oldValue && correction.oldValue.milestone === null;
  return isNew || correction.field === 'record' ? 'added' : 'changed';
}

const GROUPS = ['added', 'changed', 'emptied', 'conflict'] as const;
/** What "accept all" takes: nothing that is emptied or in conflict. */
const isPlain = (proposal: Proposal) => groupOf(proposal) === 'added' || groupOf(proposal) === 'changed';

export default function WorkbookView() {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const work = useCorrecting();
  const workbook = work.workbook.value;
  if (workbook === null) return null;
  const { fileName: name } = workbook;
  const close = <LinkButton onClick={() => closeWorkbook(work)}>{t('wbClose')}</LinkButton>;
  if (workbook.kind === 'reading')
    return (
      <div role="status">
        <p>{t('wbReading', { name })}</p>
      </div>
    );
  if (workbook.kind === 'open') return <Opened workbook={workbook} key={name} />;
  const { failure } = workbook;
  const isNone = failure.code === 'internal' && failure.params.message === 'no sheet of the register';
  return (
    <div>
      <div role="alert" class="note note-warning">
        <p>
          <strong>{t('wbFailed', { name })}</strong>
        </p>
        <p>{isNone ? t('wbNoSheet') : failureWords(i18n.value, failure)}</p>
        <p>{t('wbFailedKept')}</p>
      </div>
      <p class="actions">{close}</p>
    </div>
  );
}

function Opened({ workbook: { fileName, comparison, taken } }: { readonly workbook: Open }) {
  const app = useApp();
  const { state, i18n } = app;
  const { t } = i18n.value;
  const work = useCorrecting();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState<FormDraft>(EMPTY_DRAFT);
  useEffect(() => () => state.corrections.setDraft(null), []);
  const { proposals, refused, unchanged } = comparison;
  const typed = typedSource(draft);
  const source = problemsOf(Source, typed).length === 0 ? parseAs(Source, typed, 'source') : null;
  const canTake = ({ sourced }: Proposal) => sourced || source !== null;
  const inGroup = (group: (typeof GROUPS)[number]) => proposals.filter((each) => groupOf(each) === group);
  const all = proposals.filter((each) => isPlain(each) && canTake(each));
  const chosen = proposals.filter((each) => ticked.has(each.id) && canTake(each));
  const without = proposals.filter(({ sourced }) => !sourced).length;
  const take = async (from: readonly Proposal[]) => {
    await keepBefore(app, 'taken', fileName);
    takeProposals(work, new Set(from.map(({ id }) => id)), source);
    state.corrections.setDraft(null);
    tellWhereNotKept(app);
  };
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <section class="workbook" aria-label={t('wbOpened', { name: fileName })}>
      <h3>{t('wbOpened', { name: fileName })}</h3>
      <div role="status">
        {taken > 0 && <p class="workbook-taken">{t('wbTaken', { n: taken })}</p>}
        <p>
          {t('wbSummary', {
            added: inGroup('added').length,
            changed: inGroup('changed').length,
            emptied: inGroup('emptied').length,
            conflicts: inGroup('conflict').length,
            refused: refused.length,
            unchanged,
          })}
        </p>
      </div>
      <Notes comparison={comparison} />
      {without > 0 && (
        <details class="workbook-source">
          <summary>{t('wbOneSource')}</summary>
          <p class="field-hint">{t('wbOneSourceHint')}</p>
          <SourceFields draft={draft} problems={[]} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
        </details>
      )}
      {without > 0 && source === null && <Note tone="warning">{t('wbNeedSource', { n: without })}</Note>}
      <div class="actions">
        {all.length > 0 && (
          <LinkButton class="primary" onClick={() => void take(all)}>
            {t('wbAcceptAll', { n: all.length })}
          </LinkButton>
        )}
        {chosen.length > 0 && (
          <LinkButton onClick={() => void take(chosen)}>{t('wbAccept', { n: chosen.length })}</LinkButton>
        )}
        <LinkButton onClick={() => closeWorkbook(work)}>{t('wbClose')}</LinkButton>
      </div>
      {proposals.length === 0 && <Note>{t('wbNothing')}</Note>}
      {GROUPS.map((group) => (
        <ProposalGroup
          key={group}
          group={group}
          proposals={inGroup(group)}
          ticked={ticked}
          onTick={tick}
          hasSource={source !== null}
        />
      ))}
      <Refusals refused={refused} />
    </section>
  );
}

/** What the user should know of the file as a whole. */
function Notes({ comparison }: { readonly comparison: Comparison }) {
  const { state, i18n } = useApp();
  const { t, list, name } = i18n.value;
  const { leftWith, unmarked, copies, unknownColumns, missingColumns, missing } = comparison;
  const now = state.base.version.data;
  const older = leftWith.filter((version) => version !== now);
  const nameOf = (id: string) => {
    const site = state.siteById.value.get(id);
    return site === undefined ? id : name(site);
  };
  return (
    <>
      {older.length > 0 && <Note>{t('wbOlder', { versions: list(older), now })}</Note>}
      {unmarked > 0 && <Note tone="warning">{t('wbUnmarked', { n: unmarked })}</Note>}
      {copies.length > 0 && <Note tone="warning">{t('wbCopies', { names: list(copies) })}</Note>}
      {unknownColumns.length > 0 && <Note>{t('wbUnknownColumns', { names: list(unknownColumns) })}</Note>}
      {missingColumns.length > 0 && <Note>{t('wbMissingColumns', { names: list(missingColumns) })}</Note>}
      {missing.length > 0 && (
        <details>
          <summary>{t('wbMissing', { n: missing.length })}</summary>
          <p class="small">{list(missing.map(nameOf), 'semicolon')}</p>
        </details>
      )}
    </>
  );
}
