/** Statistics by year with their sources; nothing is drawn where nothing is published. */
import { useEffect } from 'preact/hooks';
import { figuresOf } from '../../domain/describe.ts';
import type { Figure } from '../../domain/schema/statistics.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { FactList, type FactsAbout } from './facts.tsx';

const FILES = { city: 'city', district: 'districts', town: 'towns', cluster: 'clusters' } as const;

/** Where a figure is written: one file a kind of scope. */
export function figureFile({ scope }: Pick<Figure, 'scope'>): string {
  return `geo/statistics/${FILES[scope.entity]}.yaml`;
}

const FIGURES_ABOUT: FactsAbout<Figure> = {
  id: ({ scope }) => `${scope.entity} ${scope.id}`,
  file: figureFile,
  field: ({ key }) => key,
};

export function Figures({
  entity,
  id,
  none,
}: {
  readonly entity: Figure['scope']['entity'];
  readonly id: string;
  readonly none: MessageKey;
}) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.statistics(), []);
  const statistics = state.statistics.value;
  if (statistics === null) return <Note>{t('loading')}</Note>;
  const { own, narrower } = figuresOf(statistics, entity, id);
  return (
    <>
      {own.length === 0 ? (
        <Note>{t(none)}</Note>
      ) : (
        <FactList groups={own} sources={statistics.sources} about={FIGURES_ABOUT} />
      )}
      {narrower.length > 0 && (
        <details class="also">
          <summary>
            {t('clusterNarrower')} ({narrower.length})
          </summary>
          <FactList groups={narrower.map((figure) => [figure])} sources={statistics.sources} about={FIGURES_ABOUT} />
        </details>
      )}
    </>
  );
}
