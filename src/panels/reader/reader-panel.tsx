/** The document beside the map, for long reading: contents, find, every mention a link, a clause to choose. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { findClause } from '../../domain/policy.ts';
import type { Policy } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { ReaderClause, ReaderText } from './clause.tsx';
import { DocumentHead } from './document-head.tsx';
import { createFind, type Find } from './find.tsx';
import { FollowDock } from './named.tsx';
import { goTo, useReadingOn } from './scroll.ts';
import { type Open, ReaderTools } from './tools.tsx';
import './reader.css';

export function ReaderPanel() {
  const { state, i18n } = useApp();
  const { t, date, lang, verbatim } = i18n.value;
  const policy = state.policy.value;
  const box = useRef<HTMLElement>(null);
  const tools = useSignal<Open>(null);
  const find = useMemo(() => createFind(state), [state]);
  const openId = state.clause.value;
  const open = openId === null ? undefined : findClause(policy, openId);
  const sentence = state.sentence.value;
  const hit = find.now.value;

  const element = (selector: string) => box.current?.querySelector(selector) ?? null;
  const goToClause = (id: string, always: boolean) => {
    const clause = element(`[data-clause="${id}"]`);
    const target = clause?.querySelector(`[data-sentence="${state.sentence.peek()}"]`) ?? clause;
    if (target) goTo(target, { always });
  };
  const choose = (id: string) => {
    state.actions.openClause(id);
    // The keyboard goes on from the clause that was chosen, wherever it was chosen from.
    const cite = element(`[data-clause="${id}"] .cite`);
    if (cite instanceof HTMLElement) cite.focus({ preventScroll: true });
    goToClause(id, true);
  };

  // A clause that reading on has reached is in sight already, and must not be moved under the reader's eyes.
  useEffect(() => {
    if (openId !== null && state.followed.peek() !== openId) goToClause(openId, false);
  }, [openId, sentence]);
  useEffect(() => {
    const mark = hit === null ? null : element(`[data-hit="${hit}"]`);
    if (mark !== null) goTo(mark, { at: 'middle' });
  }, [hit, find.words.value]);
  useReadingOn(box, state.following.value, state.actions.followClause);

  return (
    <article
      class={`panel reader ${state.following.value ? 'is-following' : ''}`}
      ref={box}
      aria-label={t('reader')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || tools.value === null) return;
        event.preventDefault();
        closeTools();
      }}
    >
      <PanelHead
        title={t('reader')}
        kicker={t('readerDoc', { issuer: verbatim(policy.issuer, policy.issuerEn), date: date(policy.date) })}
      />
      <DocumentHead />
      <ReaderTools open={tools} find={find} onChoose={choose} onClose={closeTools} />
      {lang === 'zh-Hant' && <Note>{t('hantAid')}</Note>}
      {policy.parts.map((part) => {
        const clause = part.clause === undefined ? undefined : findClause(policy, part.clause);
        return clause === undefined ? (
          <Part key={part.start} part={part} find={find} />
        ) : (
          <ReaderClause key={clause.id} clause={clause} find={find} />
        );
      })}
      {state.following.value && <div class="reader-run-out no-print" />}
      {state.following.value && open !== undefined && <FollowDock clause={open} />}
    </article>
  );

  /** Closes contents or find; nothing stays marked that nobody looks for any more. */
  function closeTools() {
    const opener = element(`[aria-controls="reader-${tools.value}"]`);
    tools.value = null;
    find.setWords('');
    if (opener instanceof HTMLElement) opener.focus();
  }
}

/** Chapters and sections are headings; what stands outside the clauses is a paragraph. */
function Part({ part, find }: { readonly part: Policy['parts'][number]; readonly find: Find }) {
  const text = <ReaderText start={part.start} end={part.end} find={find} />;
  if (part.kind === 'title' || part.kind === 'chapter') return <h3 class={`part part-${part.kind}`}>{text}</h3>;
  if (part.kind === 'section') return <h4 class="part part-section">{text}</h4>;
  return <p class={`part part-${part.kind}`}>{text}</p>;
}
