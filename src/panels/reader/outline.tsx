/** The document's contents: chapters and sections with their clauses; choosing one goes to it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Policy } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';

export function Outline({ onChoose }: { readonly onChoose: (clauseId: string) => void }) {
  const { state, i18n } = useApp();
  const policy = state.policy.value;
  const box = useRef<HTMLElement>(null);
  // The clause that is open comes into sight within the list.
  useEffect(() => box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <nav class="reader-outline" id="reader-outline" ref={box} aria-label={i18n.value.t('readerOutline')} lang="zh-Hans">
      {headingsOf(policy).map(({ heading, level, clauses }) => (
        <div key={heading}>
          <p class={`outline-${level}`}>{heading}</p>
          <ul>
            {clauses.map((clause) => (
              <li key={clause.id} aria-current={clause.id === state.clause.value ? 'true' : undefined}>
                <LinkButton onClick={() => onChoose(clause.id)}>
                  <span class="outline-cite">{clause.cite}</span> {clause.heading}
                </LinkButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface OutlineHeading {
  readonly heading: string;
  readonly level: 'chapter' | 'section';
  readonly clauses: Policy['clauses'];
}

/** Chapters and sections as printed, each with the clauses that stand directly under it. */
function headingsOf({ parts, clauses, text }: Policy): OutlineHeading[] {
  const headings: OutlineHeading[] = [];
  for (const part of parts) {
    if (part.kind === 'chapter' || part.kind === 'section')
      headings.push({ heading: text.slice(part.start, part.end), level: part.kind, clauses: [] });
    const clause = clauses.find(({ id }) => id === part.clause);
    if (clause !== undefined) headings.at(-1)?.clauses.push(clause);
  }
  return headings;
}
