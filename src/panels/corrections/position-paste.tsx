/** A position to paste, in the datum that it is in: the way in from any map service. */
import { useId, useState } from 'preact/hooks';
import { OFFERED } from '../../data/import/guess/crs.ts';
import type { InputDatum } from '../../data/import/types.ts';
import type { LngLat } from '../../domain/position.ts';
import { useApp } from '../../state/app.ts';
import { datumOfLink, pastedPosition } from '../../state/corrections/pasted-position.ts';
import { datumWords } from '../data/note-text.ts';
import { type FormDraft, UNREAD } from './form-draft.ts';

/** What was chosen last: whoever pastes forty positions takes them from one map. */
let lastDatum: InputDatum | null = null;

interface PasteProps {
  readonly change: (part: Partial<FormDraft>) => void;
  /** Where it lies, WGS-84. */
  readonly onPosition?: (position: LngLat) => void;
}

export function PositionPaste({ change, onPosition }: PasteProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [text, setText] = useState('');
  const [datum, setDatum] = useState(lastDatum);
  const read = (next: string, chosen: InputDatum | null) => {
    const of = datumOfLink(next) ?? chosen;
    setText(next);
    const found = of === null ? null : pastedPosition(next, of);
    if (found === null) return change({ paste: next.trim() === '' ? '' : UNREAD });
    change({ lng: String(found[0]), lat: String(found[1]), paste: '' });
    onPosition?.(found);
  };
  const said = datumOfLink(text);
  const taken = said ?? datum;
  const position = taken === null ? null : pastedPosition(text, taken);
  return (
    <>
      <div class="field-pair">
        <div class="field">
          <label for={`${id}text`}>{t('keepPaste')}</label>
          <input
            id={`${id}text`}
            type="text"
            value={text}
            aria-describedby={`${id}said`}
            onInput={(event) => read(event.currentTarget.value, datum)}
          />
        </div>
        <div class="field">
          <label for={`${id}datum`}>{t('outlineDatum')}</label>
          <select
            id={`${id}datum`}
            value={taken ?? ''}
            disabled={said !== null}
            onChange={({ currentTarget: { value } }) => {
              lastDatum = OFFERED.find((each) => each === value) ?? null;
              setDatum(lastDatum);
              read(text, lastDatum);
            }}
          >
            <option value="">{t('outlineDatumNone')}</option>
            {OFFERED.map((each) => (
              <option key={each} value={each}>
                {datumWords(i18n.value, each)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="field-hint" id={`${id}said`} role="status">
        {wordsNow()}
      </p>
    </>
  );

  function wordsNow(): string {
    if (text.trim() === '') return t('keepPasteHint');
    if (taken === null) return t('outlineDatumFirst');
    if (position === null) return t('keepPasteNone');
    return t('keepPasteAt', { lng: position[0].toFixed(6), lat: position[1].toFixed(6) });
  }
}
