/** Facts with unit, date and source; facts that contradict one another stand side by side. */

import type { Correction } from '../../domain/schema/correction.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Fact } from '../../domain/schema/site.ts';
import { factWords } from '../../i18n/fact.ts';
import { useApp } from '../../state/app.ts';
import { Corrected } from '../provenance/corrected.tsx';
import { ProvenanceFoot } from '../provenance/provenance.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';

/** Where the facts of a list come from: what their disclosure says beside source and date. */
export interface FactsAbout<F extends Fact = Fact> {
  readonly id: (fact: F) => string;
  readonly file: (fact: F) => string;
  readonly field: (fact: F) => string;
  readonly correction?: (fact: F) => Correction | undefined;
  readonly onCorrect?: (fact: F) => void;
}

interface FactListProps<F extends Fact> {
  readonly groups: readonly (readonly F[])[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly about?: FactsAbout<F>;
}

export function FactList<F extends Fact>({ groups, sources, about }: FactListProps<F>) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <dl class="facts">
      {groups.map((group) => (
        <div key={group[0]?.key} class={group.length > 1 ? 'is-contested' : ''}>
          <dt>{group[0] !== undefined && <Mixed text={i18n.value.text(group[0].label)} />}</dt>
          {group.map((fact, index) => (
            <FactValue key={`${fact.key}-${index}`} fact={fact} source={sources[fact.source]} about={about} />
          ))}
          {new Set(group.map((fact) => `${fact.asOf} ${factWords(i18n.value, fact)}`)).size > 1 &&
            new Set(group.map((f) => f.asOf)).size < group.length && <dd class="note note-quiet">{t('contradict')}</dd>}
        </div>
      ))}
    </dl>
  );
}

function FactValue<F extends Fact>({
  fact,
  source,
  about,
}: {
  readonly fact: F;
  readonly source: Source | undefined;
  readonly about: FactsAbout<F> | undefined;
}) {
  const { i18n } = useApp();
  const { t, date, text } = i18n.value;
  const correction = about?.correction?.(fact);
  return (
    <dd>
      <details class="fact">
        <summary>
          <span class="fact-value">
            <Mixed text={factWords(i18n.value, fact)} />
          </span>
          <span class="fact-date muted">{fact.asOf === null ? t('dateNotStated') : date(fact.asOf)}</span>
        </summary>
        <div class="fact-source">
          <div>
            {t('asPrinted')}: <Mixed text={fact.asPrinted} verbatim />
          </div>
          {fact.dateNote !== undefined && (
            <div>
              <Mixed text={text(fact.dateNote)} />
            </div>
          )}
          {fact.note !== undefined && (
            <div>
              <Mixed text={text(fact.note)} />
            </div>
          )}
          <SourceLine source={source} />
          {about !== undefined && (
            <ProvenanceFoot
              file={about.file(fact)}
              reported={() => ({ id: about.id(fact), field: about.field(fact), value: factWords(i18n.value, fact) })}
              onCorrect={about.onCorrect === undefined ? undefined : () => about.onCorrect?.(fact)}
            />
          )}
        </div>
      </details>
      {correction !== undefined && <Corrected correction={correction} />}
    </dd>
  );
}
