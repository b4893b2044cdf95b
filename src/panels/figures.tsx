/** Statistics by year with their sources; nothing is drawn where nothing is published. */
import { useEffect } from 'preact/hooks';
import { figuresOf } from '../domain/describe.ts';
import type { Figure } from '../domain/schema.ts';
import { useApp } from '../state/context.ts';
import { Note } from '../ui/pieces.tsx';
import { FactList } from './facts.tsx';
import type { MessageKey } from '../i18n/index.ts';

export function Figures({ entity, id, none }: { readonly entity: Figure['scope']['entity']; readonly id: string; readonly none: MessageKey }) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.statistics(), []);
  const statistics = state.statistics.value;
  if (statistics === null) return <Note>{t('loading')}</Note>;
  const { own, narrower } = figuresOf(statistics, entity, id);
  return (
    <>
      {own.length === 0 ? <Note>{t(none)}</Note> : <FactList groups={own} sources={statistics.sources} />}
      {narrower.length > 0 && (
        <details class="also">
          <summary>{t('clusterNarrower')} ({narrower.length})</summary>
          <FactList groups={narrower.map((figure) => [figure])} sources={statistics.sources} />
        </details>
      )}
    </>
  );
}
