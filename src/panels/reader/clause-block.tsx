/** One clause as every panel shows it: cite, verbatim text, the brief, document and date, copy citation. */
import { citation } from '../../domain/citation.ts';
import { sentenceAt } from '../../domain/clause-sites.ts';
import type { EntityRef } from '../../domain/policy.ts';
import type { TextRun } from '../../domain/policy-text.ts';
import type { Clause } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { ClauseBrief } from './brief.tsx';
import { CopyCitation } from './cite.tsx';
import { Verbatim } from './verbatim.tsx';

interface ClauseBlockProps {
  readonly clause: Clause;
  readonly runs: readonly TextRun[];
  /** The thing whose panel this is: the citation then links to the sentence that names it. */
  readonly current?: EntityRef;
}

export function ClauseBlock({ clause, runs, current }: ClauseBlockProps) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  const naming = runs.find((run) => run.mentions.some((m) => m.entity === current?.entity && m.id === current.id));
  const sentence = naming === undefined ? null : sentenceAt(clause, naming.start);
  return (
    <article class="clause-block">
      <header>
        <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id, sentence)}>
          <span lang="zh-Hans">{clause.cite}</span> <span lang="zh-Hans">{clause.heading}</span>
        </LinkButton>
        <CopyCitation clause={clause} sentence={sentence} />
      </header>
      <blockquote>
        <Verbatim runs={runs} current={current} />
      </blockquote>
      <ClauseBrief clause={clause} />
      <p class="note note-quiet">
        <Mixed text={citation(state.policyOf(clause.id), clause, lang)} verbatim />
        {lang === 'zh-Hant' && <> · {t('hantAid')}</>}
      </p>
    </article>
  );
}
