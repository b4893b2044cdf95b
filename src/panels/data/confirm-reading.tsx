/** How the bytes were read, where there is a choice: sheet or layer, encoding, separator, and where the names stand. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type Cell, DELIMITERS, ENCODINGS, type Preview, type Reading } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';

const DELIMITER_KEYS = {
  ',': 'delimiter.comma',
  '\t': 'delimiter.tab',
  ';': 'delimiter.semicolon',
  '|': 'delimiter.bar',
} as const;

/** Formats of text whose encoding can be chosen although the file states one that is not among those on offer. */
const STATED = new Set(['kml', 'kmz', 'gpx']);
const MOST_HEADER_ROWS = 4;
/** Of a row, as far as it helps to know it again. */
const SHOWN_CHARS = 28;

interface ReadingProps {
  readonly preview: Preview;
  readonly onChange: (part: Partial<Reading>) => void;
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly children: ComponentChildren;
}

function Field({ label, value, onValue, children }: FieldProps) {
  const id = useId();
  return (
    <div class="data-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

export function ConfirmReading({ preview, onChange }: ReadingProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { reading, parts, format } = preview;
  const { encoding, delimiter } = reading;
  return (
    <div class="data-fields">
      {parts.length > 1 && (
        <Field label={t('dataPart')} value={reading.part ?? parts[0] ?? ''} onValue={(part) => onChange({ part })}>
          {parts.map((part) => (
            <option key={part} value={part}>
              {preview.hiddenParts?.includes(part) === true ? t('dataHiddenPart', { name: part }) : plainLine(part)}
            </option>
          ))}
        </Field>
      )}
      {(encoding !== undefined || STATED.has(format)) && (
        <Field
          label={t('dataEncoding')}
          value={encoding ?? ''}
          onValue={(value) => onChange({ encoding: ENCODINGS.find((each) => each === value) })}
        >
          {encoding === undefined && <option value="">{t('dataEncodingStated')}</option>}
          {ENCODINGS.map((each) => (
            <option key={each} value={each}>
              {each.toUpperCase()}
            </option>
          ))}
        </Field>
      )}
      {delimiter !== undefined && (
        <Field
          label={t('dataDelimiter')}
          value={delimiter}
          onValue={(value) => onChange({ delimiter: DELIMITERS.find((each) => each === value) })}
        >
          {DELIMITERS.map((each) => (
            <option key={each} value={each}>
              {t(DELIMITER_KEYS[each])}
            </option>
          ))}
        </Field>
      )}
      {reading.headerRow !== undefined && <HeaderFields preview={preview} onChange={onChange} />}
    </div>
  );
}

/** The row in few words, so that it is known again. */
function inWords(cells: readonly Cell[]): string {
  const text = cells
    .flatMap((cell) => (cell === null || String(cell).trim() === '' ? [] : [plainLine(String(cell).trim())]))
    .join(' · ');
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS - 1)}…` : text;
}

/** Row 0 stands for none. */
function HeaderFields({ preview: { reading, head }, onChange }: ReadingProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const row = reading.headerRow ?? 0;
  const rows = reading.headerRows ?? 1;
  const offered = head.flatMap((cells, at) => (inWords(cells) === '' ? [] : [{ row: at + 1, words: inWords(cells) }]));
  return (
    <>
      <Field
        label={t('dataHeader')}
        value={String(row)}
        onValue={(value) =>
          onChange(value === '0' ? { headerRow: null, headerRows: 0 } : { headerRow: Number(value), headerRows: 1 })
        }
      >
        <option value="0">{t('dataHeaderNone')}</option>
        {offered.map((each) => (
          <option key={each.row} value={String(each.row)}>
            {t('dataHeaderRow', { row: number(each.row), cells: each.words })}
          </option>
        ))}
      </Field>
      {row > 0 && (
        <Field
          label={t('dataHeaderRows')}
          value={String(rows)}
          onValue={(value) => onChange({ headerRow: row, headerRows: Number(value) })}
        >
          {Array.from({ length: Math.max(rows, MOST_HEADER_ROWS) }, (_, at) => (
            <option key={at} value={String(at + 1)}>
              {number(at + 1)}
            </option>
          ))}
        </Field>
      )}
    </>
  );
}
