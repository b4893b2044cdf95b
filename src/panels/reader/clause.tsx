/** A clause in the reader: its cite, its sentences one by one, the brief, and what it names when it is open. */
import { markHits } from '../../domain/find-text.ts';
import { runsOf } from '../../domain/policy-text.ts';
import type { Clause } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { ClauseBrief } from './brief.tsx';
import { CiteBox, CopyCitation } from './cite.tsx';
import type { Find } from './find.tsx';
import { NamedHere } from './named.tsx';
import { Verbatim } from './verbatim.tsx';

/** Text from `start` to `end`, its mentions linked and the words that are looked for marked. */
export function ReaderText({
  start,
  end,
  find,
}: {
  readonly start: number;
  readonly end: number;
  readonly find: Find;
}) {
  const { state } = useApp();
  return <Verbatim runs={markHits(runsOf(state.policy.value, start, end), find.hits.value)} hitNow={find.now.value} />;
}

export function ReaderClause({ clause, find }: { readonly clause: Clause; readonly find: Find }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { actions } = state;
  const isOpen = state.clause.value === clause.id;
  const sentence = isOpen ? state.sentence.value : null;
  const choose = () => {
    if (isOpen && sentence === null) actions.openView('reader');
    else actions.openClause(clause.id);
  };
  return (
    <section data-clause={clause.id} class={`reader-clause ${isOpen ? 'is-open' : ''}`}>
      <header>
        <h4>
          <button
            type="button"
            class="link-button cite"
            aria-pressed={isOpen}
            aria-label={`${clause.cite} ${clause.heading}`}
            title={t('showClause', { cite: clause.cite })}
            lang="zh-Hans"
            onClick={choose}
          >
            {clause.cite}
          </button>
        </h4>
        <CopyCitation clause={clause} sentence={sentence} />
      </header>
      <p class="clause-text" lang="zh-Hans">
        <strong>
          <ReaderText start={clause.start} end={clause.sentences[0]?.start ?? clause.end} find={find} />
        </strong>
        {clause.sentences.map(({ n, start, end }) => (
          <span key={n} data-sentence={n} class={`sentence ${n === sentence ? 'is-chosen' : ''}`}>
            <button
              type="button"
              class="sentence-no no-print"
              // A hundred stops would stand between two clauses: the keyboard reaches the open clause's.
              tabIndex={isOpen ? 0 : -1}
              aria-pressed={n === sentence}
              aria-label={t('chooseSentence', { n })}
              lang={i18n.value.lang}
              onClick={() => actions.openClause(clause.id, n === sentence ? null : n)}
            >
              {n}
            </button>
            <ReaderText start={start} end={end} find={find} />
          </span>
        ))}
      </p>
      <ClauseBrief clause={clause} />
      {isOpen && !state.following.value && (
        <div class="clause-open">
          <CiteBox clause={clause} sentence={sentence} />
          <NamedHere clause={clause} />
        </div>
      )}
    </section>
  );
}
