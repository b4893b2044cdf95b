/** The datum of the coordinates: the guess, why, and what else it could be. */
import type { DatumGuess, InputDatum } from '../../data/import/types.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { DatumField } from './datum-field.tsx';
import { datumWords, noteWords } from './note-text.ts';

interface DatumProps {
  readonly guess: DatumGuess;
  /** What the user chose, or null. */
  readonly chosen: InputDatum | null;
  readonly onDatum: (datum: InputDatum | null) => void;
  readonly swapped: boolean;
  readonly onSwapped: (swapped: boolean) => void;
}

/** The file states a system that cannot be honoured: choosing another would move every row. */
export const isRefused = ({ basis, refusal }: DatumGuess): boolean => basis === 'stated' && refusal !== null;

export function ConfirmDatum({ guess, chosen, onDatum, swapped, onSwapped }: DatumProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  // Where nothing tells, the guess is no choice: the field stays open and says what is taken meanwhile.
  const datum = chosen ?? (guess.basis === 'assumed' ? null : guess.datum);
  const unsaid = guess.datum === null ? '' : t('datumAssumed', { datum: datumWords(i18n.value, guess.datum) });
  const stated = guess.evidence.filter(({ of }) => of > 0);
  return (
    <fieldset class="data-group">
      <legend>{t('dataDatum')}</legend>
      <p class="small">
        <strong>{t(`basis.${guess.basis}`)}</strong> · {noteWords(i18n.value, guess.refusal ?? guess.reason)}
      </p>
      {guess.basis === 'assumed' && guess.open.length > 1 && (
        <p class="actions">
          {guess.open.map((each) => (
            <button
              key={each}
              type="button"
              class="link-button"
              aria-pressed={chosen === each}
              onClick={() => onDatum(each)}
            >
              {t('datumIs', { datum: datumWords(i18n.value, each) })}
            </button>
          ))}
          {chosen !== null && <LinkButton onClick={() => onDatum(null)}>{t('datumUnsay')}</LinkButton>}
        </p>
      )}
      {!isRefused(guess) && <DatumField datum={datum} unsaid={unsaid} own={guess.datum} onDatum={onDatum} />}
      {stated.length > 0 && (
        <ul class="small muted data-notes">
          {stated.map(({ datum: d, inside, of }) => (
            <li key={d}>{t('dataEvidence', { datum: datumWords(i18n.value, d), inside, of })}</li>
          ))}
        </ul>
      )}
      <label class="data-check">
        <input type="checkbox" checked={swapped} onChange={(event) => onSwapped(event.currentTarget.checked)} />
        <span>{t('dataSwapped')}</span>
      </label>
    </fieldset>
  );
}
