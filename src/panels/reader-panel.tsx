/** The document beside the map: every clause, every mention a link. */
import { useEffect, useRef } from 'preact/hooks';
import { runsOf, sitesNamedIn } from '../domain/policy.ts';
import { useApp } from '../state/context.ts';
import { Note } from '../ui/pieces.tsx';
import { ClauseBlock } from './clause-block.tsx';
import { PanelHead } from './panel-head.tsx';
import { SiteLinks } from './site-links.tsx';
import { Verbatim } from './verbatim.tsx';

export function ReaderPanel() {
  const { state, i18n } = useApp();
  const { t, date, lang } = i18n.value;
  const policy = state.policy.value;
  const box = useRef<HTMLElement>(null);
  const open = state.clause.value;

  useEffect(() => {
    if (open !== null) box.current?.querySelector(`[data-clause="${open}"]`)?.scrollIntoView({ block: 'start' });
  }, [open]);

  return (
    <article class="panel reader" ref={box} aria-label={t('reader')}>
      <PanelHead title={t('reader')} kicker={t('readerDoc', { issuer: lang === 'en' ? policy.issuerEn : policy.issuer, date: date(policy.date) })} />
      {policy.parts.map((part) => {
        const clause = policy.clauses.find((c) => c.id === part.clause);
        if (clause === undefined) {
          return (
            <p key={part.start} class={`part part-${part.kind}`}>
              <Verbatim runs={runsOf(policy, part.start, part.end)} />
            </p>
          );
        }
        return (
          <section key={clause.id} data-clause={clause.id} class={clause.id === open ? 'is-open' : ''}>
            <ClauseBlock clause={clause} runs={runsOf(policy, clause.start, clause.end)} />
            {clause.id === open && <NamedHere clauseId={clause.id} />}
          </section>
        );
      })}
    </article>
  );
}

function NamedHere({ clauseId }: { readonly clauseId: string }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const named = sitesNamedIn(state.policy.value, clauseId);
  if (named.length === 0) return <Note tone="warning">{t('clauseNamesNothing')}</Note>;
  const unlocated = named.filter((id) => state.siteById.value.get(id)?.position === null);
  return (
    <div class="named-here">
      <h4>{t('clauseNames', { n: named.length })}</h4>
      <SiteLinks ids={named.filter((id) => !unlocated.includes(id))} />
      {unlocated.length > 0 && (
        <>
          <h4>{t('clauseUnlocated')}</h4>
          <SiteLinks ids={unlocated} />
        </>
      )}
    </div>
  );
}
