/** The datum of the coordinates: the guess, why, and what else it could be. */
import { useId } from 'preact/hooks';
import type { DatumGuess, InputDatum } from '../../data/import/types.ts';
import { useApp } from '../../state/app.ts';
import { datumWords, noteWords } from './note-text.ts';

/** Offered in every case; what a file states beside them joins the list. */
const OFFERED: readonly InputDatum[] = [
  'wgs84',
  'gcj02',
  'bd09',
  'epsg:4526',
  'epsg:4525',
  'epsg:4527',
  'epsg:4547',
  'epsg:4546',
  'epsg:4548',
  'epsg:3857',
];

interface DatumProps {
  readonly guess: DatumGuess;
  readonly datum: InputDatum | null;
  /** `datum` is taken because nothing tells; the user has not said that it is so. */
  readonly isAssumed: boolean;
  readonly onDatum: (datum: InputDatum | null) => void;
  readonly swapped: boolean;
  readonly onSwapped: (swapped: boolean) => void;
}

export function ConfirmDatum({ guess, datum, isAssumed, onDatum, swapped, onSwapped }: DatumProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const offered = guess.datum === null || OFFERED.includes(guess.datum) ? OFFERED : [guess.datum, ...OFFERED];
  return (
    <fieldset class="data-group">
      <legend>{t('dataDatum')}</legend>
      <div class="data-field">
        <label for={id} class="visually-hidden">
          {t('dataDatum')}
        </label>
        <select
          id={id}
          value={isAssumed ? '' : (datum ?? '')}
          onChange={(event) => onDatum(offered.find((d) => d === event.currentTarget.value) ?? null)}
        >
          {datum === null && <option value="">{t('datumChoose')}</option>}
          {datum !== null && guess.basis === 'assumed' && (
            <option value="">{t('datumAssumed', { datum: datumWords(i18n.value, guess.datum ?? datum) })}</option>
          )}
          {offered.map((d) => (
            <option key={d} value={d}>
              {datumWords(i18n.value, d)}
            </option>
          ))}
        </select>
      </div>
      <p class="small">
        <strong>{t(`basis.${guess.basis}`)}</strong> · {noteWords(i18n.value, guess.refusal ?? guess.reason)}
      </p>
      {guess.evidence.some(({ of }) => of > 0) && (
        <ul class="small muted data-notes">
          {guess.evidence
            .filter(({ of }) => of > 0)
            .map(({ datum: d, inside, of }) => (
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
