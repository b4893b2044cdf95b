import { useState } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import type { Correcting } from '../../state/corrections/corrections.ts';
import { startCorrections } from '../../state/corrections/start-corrections.ts';

/** The work on corrections: the first panel that needs it begins it. */
export function useCorrecting(): Correcting {
  const { state } = useApp();
  const [work] = useState(() => startCorrections(state));
  return work;
}
