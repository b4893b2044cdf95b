/** Facts with unit, date and source; facts that contradict one another stand side by side. */
import type { Fact, Source } from '../domain/schema.ts';
import { useApp } from '../state/context.ts';

/** A source as a reader can look it up. */
export function SourceLine({ source }: { readonly source: Source | undefined }) {
  const { i18n } = useApp();
  if (source === undefined) return null;
  const words = [source.title, source.publisher, source.date === undefined ? undefined : i18n.value.date(source.date), source.licence].filter((w) => w !== undefined).join(' · ');
  return (
    <span class="source-line">
      {source.url === undefined ? words : <a href={source.url} target="_blank" rel="noreferrer noopener">{words}</a>}
    </span>
  );
}

export function FactList({ groups, sources }: { readonly groups: readonly (readonly Fact[])[]; readonly sources: Readonly<Record<string, Source>> }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <dl class="facts">
      {groups.map((group) => (
        <div key={group[0]?.key} class={group.length > 1 ? 'is-contested' : ''}>
          <dt>{group[0] === undefined ? '' : i18n.value.text(group[0].label)}</dt>
          {group.map((fact, index) => (
            <FactValue key={`${fact.key}-${index}`} fact={fact} source={sources[fact.source]} />
          ))}
          {new Set(group.map((fact) => `${fact.asOf} ${i18n.value.fact(fact)}`)).size > 1 && new Set(group.map((f) => f.asOf)).size < group.length && <dd class="note note-quiet">{t('contradict')}</dd>}
        </div>
      ))}
    </dl>
  );
}

function FactValue({ fact, source }: { readonly fact: Fact; readonly source: Source | undefined }) {
  const { i18n } = useApp();
  const { t, date, text } = i18n.value;
  return (
    <dd>
      <details class="fact">
        <summary>
          <span class="fact-value">{i18n.value.fact(fact)}</span>
          <span class="fact-date muted">{fact.asOf === null ? t('dateNotStated') : date(fact.asOf)}</span>
        </summary>
        <div class="fact-source">
          <div>{t('asPrinted')}: {fact.asPrinted}</div>
          {fact.dateNote !== undefined && <div>{text(fact.dateNote)}</div>}
          {fact.note !== undefined && <div>{text(fact.note)}</div>}
          <SourceLine source={source} />
        </div>
      </details>
    </dd>
  );
}
