/** A number of the author's own: as it is to be read, what it is, and where they have it from. */
import { useId } from 'preact/hooks';
import { said, saidIn } from '../../../domain/tour-edit.ts';
import { type FigureRef, LONGEST } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';

export type OwnFigure = Extract<FigureRef, { from: 'own' }>;

const NONE = { zh: '', en: '' };
export const NO_NUMBER: OwnFigure = { from: 'own', value: NONE, label: NONE, source: NONE };

interface OwnNumberProps {
  readonly figure: OwnFigure;
  /** @param part names what was typed, for a run of typing that is one step back */
  onChange(figure: OwnFigure, part: string): void;
  onRest(): void;
}

const PARTS = [
  { part: 'value', label: 'ownFigureValue', hint: 'ownFigureValueHint', longest: LONGEST.value },
  { part: 'label', label: 'ownLabel', hint: 'ownLabelHint', longest: LONGEST.label },
  { part: 'source', label: 'ownSource', hint: 'ownSourceHint', longest: LONGEST.label },
] as const;

export function OwnNumber({ figure, onChange, onRest }: OwnNumberProps) {
  const { t, lang } = useApp().i18n.value;
  const id = useId();
  return (
    <>
      {PARTS.map(({ part, label, hint, longest }) => (
        <div key={part} class="author-field is-inner">
          <label for={`${id}-${part}`}>{t(label)}</label>
          <input
            id={`${id}-${part}`}
            type="text"
            dir="auto"
            maxLength={longest}
            placeholder={t(hint)}
            value={saidIn(figure[part], lang)}
            onInput={(event) =>
              onChange({ ...figure, [part]: said(figure[part], lang, event.currentTarget.value) }, part)
            }
            onBlur={onRest}
          />
        </div>
      ))}
    </>
  );
}
