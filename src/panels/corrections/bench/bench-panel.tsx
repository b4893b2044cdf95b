/** The locating bench: record after record that is placed coarsely or not at all, until somebody who knows is through. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { locatingQueue, type ToLocate } from '../../../analysis/locating-queue.ts';
import { entriesOf } from '../../../domain/schema/entries.ts';
import { PlaceSearch } from '../../../domain/schema/place-search.ts';
import { useApp } from '../../../state/app.ts';
import { LinkButton, Note } from '../../../ui/pieces.tsx';
import '../corrections.css';
import './bench.css';
import { PanelHead } from '../../shared/panel-head.tsx';
import type { FormDraft } from '../form-draft.ts';
import { useCorrecting } from '../use-correcting.ts';
import { FIRST_DRAFT, nextDraft } from './bench-draft.ts';
import { BenchForm } from './bench-form.tsx';
import { BenchRecord } from './bench-record.tsx';

export default function BenchPanel() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  useCorrecting();
  const sites = state.sites.value;
  const { districts, config } = state.base;
  const queue = useMemo(() => locatingQueue(sites, districts), [sites, districts]);
  const { good: pages, problems } = useMemo(
    () => entriesOf(PlaceSearch, config.placeSearch, 'config.json: placeSearch'),
    [config],
  );
  const [wanted, setWanted] = useState<string | null>(null);
  /** Whether somebody has gone on: then the field to paste into takes the focus. */
  const hasGone = useRef(false);
  const [draft, setDraft] = useState<FormDraft>(FIRST_DRAFT);
  const [settled, setSettled] = useState(0);
  const at = Math.max(
    0,
    queue.findIndex(({ site }) => site.id === wanted),
  );
  const current = queue[at];
  const go = (to: number) => {
    hasGone.current = true;
    setDraft(nextDraft);
    setWanted(queue[(to + queue.length) % queue.length]?.site.id ?? null);
  };
  return (
    <article class="panel bench" aria-label={t('bench')}>
      <PanelHead title={t('bench')} />
      <div class="correct-body">
        <Note>{t('benchLead')}</Note>
        {problems.map((problem) => (
          <Note key={problem} tone="warning">
            {problem}
          </Note>
        ))}
        {settled > 0 && (
          <p role="status">
            {t('benchSettled', { n: settled })}{' '}
            <LinkButton onClick={() => state.actions.openView('corrections')}>{t('corrections')}</LinkButton>
          </p>
        )}
        {current === undefined ? (
          <p>{t('benchDone')}</p>
        ) : (
          <>
            <Where queue={queue} at={at} go={go} />
            <BenchRecord item={current} pages={pages} />
            <BenchForm
              key={current.site.id}
              item={current}
              draft={draft}
              setDraft={setDraft}
              takesFocus={hasGone.current}
              onSaved={() => {
                setSettled(settled + 1);
                go(at + 1);
              }}
              onSkip={() => go(at + 1)}
            />
          </>
        )}
      </div>
    </article>
  );
}

interface WhereProps {
  readonly queue: readonly ToLocate[];
  readonly at: number;
  readonly go: (to: number) => void;
}

/** Which of how many, and the way to any other. */
function Where({ queue, at, go }: WhereProps) {
  const { t, name } = useApp().i18n.value;
  const id = useId();
  return (
    <div class="bench-where">
      <div class="field">
        <label for={id}>{t('benchWhich', { at: at + 1, n: queue.length })}</label>
        <select
          id={id}
          value={queue[at]?.site.id}
          onChange={(event) => go(queue.findIndex(({ site }) => site.id === event.currentTarget.value))}
        >
          {queue.map(({ site }, index) => (
            <option key={site.id} value={site.id}>
              {index + 1}. {name(site)}
            </option>
          ))}
        </select>
      </div>
      <LinkButton onClick={() => go(at - 1)}>{t('benchBefore')}</LinkButton>
    </div>
  );
}
