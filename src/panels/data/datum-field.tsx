/** A coordinate system by name or EPSG code: a field that finds it in a list, or takes the code of one that is not in it. */
import { useId, useRef, useState } from 'preact/hooks';
import { crsOfEpsg, OFFERED } from '../../data/import/guess/crs.ts';
import type { InputDatum } from '../../data/import/types.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { datumWords } from './note-text.ts';

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export interface Found {
  readonly options: readonly InputDatum[];
  /** Why nothing is offered; null where something is. */
  readonly problem: string | null;
}

/** What was typed, as systems: all where nothing was; one by its code, known or not; else those whose words hold it. */
export function findDatums(i18n: I18n, typed: string, offered: readonly InputDatum[]): Found {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return { options: offered, problem: null };
  const code = /^(?:epsg ?)?(\d{4,6})$/.exec(words.join(' '))?.[1];
  if (code !== undefined) {
    const { datum, refusal } = crsOfEpsg(Number(code));
    if (datum !== null) return { options: [datum], problem: null };
    return {
      options: [],
      problem: i18n.t(refusal?.code === 'geographic-other' ? 'datumOld' : 'datumUnknown', { code }),
    };
  }
  const options = offered.filter((datum) => {
    const own = fold(datumWords(i18n, datum));
    return words.every((word) => own.includes(word));
  });
  return { options, problem: options.length === 0 ? i18n.t('datumNoName', { typed }) : null };
}

interface FieldProps {
  readonly datum: InputDatum | null;
  /** What the field says while the user has chosen nothing. */
  readonly unsaid: string;
  /** Offered beside the usual ones: what the file states. */
  readonly own: InputDatum | null;
  readonly onDatum: (datum: InputDatum) => void;
}

export function DatumField({ datum, unsaid, own, onDatum }: FieldProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Null while nothing is typed: then the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const offered = own === null || OFFERED.includes(own) ? OFFERED : [own, ...OFFERED];
  const { options, problem } = findDatums(i18n.value, typed ?? '', offered);
  const close = () => {
    setOpen(false);
    setTyped(null);
    setActive(0);
  };
  const choose = (chosen: InputDatum | undefined) => {
    if (chosen === undefined) return;
    onDatum(chosen);
    close();
  };
  const move = (to: number) => {
    setOpen(true);
    setActive(Math.max(0, Math.min(options.length - 1, to)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(open ? active + 1 : 0);
    else if (event.key === 'ArrowUp') move(active - 1);
    // Enter sends the form off: not while a system is being looked for.
    else if (event.key === 'Enter' && open) choose(options[active]);
    else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    } else return;
    event.preventDefault();
  };
  const isShown = open && options.length > 0;
  return (
    <div class="data-field datum-field">
      <label for={id}>{t('datumFind')}</label>
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}list`}
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-describedby={`${id}problem`}
        aria-invalid={problem !== null}
        autocomplete="off"
        spellcheck={false}
        value={typed ?? (datum === null ? unsaid : datumWords(i18n.value, datum))}
        onClick={(event) => {
          event.currentTarget.select();
          setOpen(true);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={close}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p
        id={`${id}problem`}
        class="small field-problem"
        role="status"
        ref={(element) => {
          if (problem !== null) element?.scrollIntoView({ block: 'nearest' });
        }}
      >
        {problem}
      </p>
      <div id={`${id}list`} role="listbox" aria-label={t('dataDatum')} class="datum-options" hidden={!isShown}>
        {isShown &&
          options.map((option, index) => (
            // Mouse down, not click: the field's blur would close the list first.
            <div
              key={option}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              ref={(element) => {
                if (index === active) element?.scrollIntoView({ block: 'nearest' });
              }}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
              onMouseEnter={() => setActive(index)}
            >
              {datumWords(i18n.value, option)}
            </div>
          ))}
      </div>
    </div>
  );
}
