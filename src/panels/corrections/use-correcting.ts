/** The work on corrections, for panels. */
import { useState } from 'preact/hooks';
import type { Correction } from '../../domain/schema/correction.ts';
import { type App, useApp } from '../../state/app.ts';
import type { Correcting } from '../../state/corrections/corrections.ts';
import { startCorrections } from '../../state/corrections/start-corrections.ts';

/** The first panel that needs it begins it. */
export function useCorrecting(): Correcting {
  const { state } = useApp();
  const [work] = useState(() => startCorrections(state));
  return work;
}

/** Keeps one that is made in the page. */
export function useKeep(): (correction: Correction) => void {
  const app = useApp();
  const work = useCorrecting();
  return (correction) => {
    work.add(correction);
    tellWhereNotKept(app);
  };
}

/** Says so where the device did not take what was added. */
export function tellWhereNotKept({ state, i18n }: App): void {
  if (!state.corrections.kept.peek()) state.actions.notify(i18n.peek().t('correctionsNotKept'));
}
