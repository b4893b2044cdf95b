/** Why a service gave nothing, and what to do about it. */
import type { ServiceFailure } from '../../domain/services/failure.ts';
import { useApp } from '../../state/app.ts';
import { failureWords } from '../../state/basemaps/base-words.ts';
import { PolicyLine } from './policy-line.tsx';

interface FailedProps {
  readonly failure: ServiceFailure;
  /** Origins that the page would have to be allowed. */
  readonly origins: readonly string[];
}

export function Failed({ failure, origins }: FailedProps) {
  const { i18n } = useApp();
  // It says the same, and what to do.
  if (failure.reason === 'blocked') return <PolicyLine origins={origins} />;
  return (
    <p class="note note-warning" role="alert">
      {failureWords(i18n.value, failure)}
    </p>
  );
}
