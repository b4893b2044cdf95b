/** What was recognised in a file, to be confirmed or changed before anything is read in. */
import { useId, useState } from 'preact/hooks';
import type { Roles } from '../../data/import/open-file.ts';
import {
  DELIMITERS,
  ENCODINGS,
  type InputDatum,
  type Preview,
  type Reading,
  type Role,
} from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { ClusterOrCross } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { ConfirmDatum } from './confirm-datum.tsx';
import { ConfirmIndustries } from './confirm-industries.tsx';
import { ConfirmRoles } from './confirm-roles.tsx';
import { noteWords } from './note-text.ts';

interface ConfirmProps {
  readonly session: ImportSession;
  readonly file: File;
  readonly preview: Preview;
}

const guessedRoles = ({ roles }: Preview): Roles => Object.fromEntries(roles.map(({ role, column }) => [role, column]));

function isPlaceable({ x, y, pair, wkt, district, town }: Roles): boolean {
  return (x !== undefined && y !== undefined) || [pair, wkt, district, town].some((column) => column !== undefined);
}

export function Confirm({ session, file, preview }: ConfirmProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [name, setName] = useState(plainLine(file.name).replace(/\.[^.]+$/, ''));
  const [chosenRoles, setChosenRoles] = useState<Roles | null>(null);
  const [chosenDatum, setChosenDatum] = useState<InputDatum | null>(null);
  const [swapped, setSwapped] = useState<boolean | null>(null);
  const [clusters, setClusters] = useState<ReadonlyMap<string, ClusterOrCross | null>>(new Map());
  const roles = chosenRoles ?? guessedRoles(preview);
  const datum = chosenDatum ?? preview.datum.datum;
  /** Nothing tells which it is, and the user has not said it. */
  const isAssumed = chosenDatum === null && preview.datum.basis === 'assumed';
  const canPlace = preview.hasShapes || isPlaceable(roles);

  /** Another sheet, encoding or separator may bring other columns: all is guessed anew. */
  const reread = (part: Partial<Reading>) => {
    setChosenRoles(null);
    setChosenDatum(null);
    setSwapped(null);
    // Where the names stand is another question in another sheet.
    const { headerRow: _, headerRows: __, ...kept } = preview.reading;
    void session.open(file, { ...kept, ...part });
  };
  const setRole = (role: Role, column: number | undefined) => {
    const { [role]: _, ...others } = roles;
    const next = column === undefined ? others : { ...others, [role]: column };
    setChosenRoles(next);
    setChosenDatum(null);
    setSwapped(null);
    void session.open(file, preview.reading, next);
  };
  const run = (event: Event) => {
    event.preventDefault();
    if (datum === null || !canPlace) return;
    void session.run({
      id: `import-${crypto.randomUUID()}`,
      name: name.trim() === '' ? file.name : name.trim(),
      reading: preview.reading,
      roles,
      datum,
      open: isAssumed ? preview.datum.open : [],
      swapped: swapped ?? preview.datum.swapped,
      clusters: [...clusters],
    });
  };

  return (
    <form class="data-step confirm" onSubmit={run} aria-label={t('dataConfirm', { name: file.name })}>
      <h3>{t('dataConfirm', { name: file.name })}</h3>
      {preview.warnings.length > 0 && (
        <ul class="note-warning data-notes">
          {preview.warnings.map((warning, index) => (
            <li key={`${index} ${warning.code}`}>{noteWords(i18n.value, warning)}</li>
          ))}
        </ul>
      )}
      <div class="data-field">
        <label for={`${id}name`}>{t('dataSetName')}</label>
        <input id={`${id}name`} value={name} maxLength={80} onInput={(event) => setName(event.currentTarget.value)} />
      </div>
      <ReadingFields preview={preview} onChange={reread} />
      <ConfirmRoles preview={preview} roles={roles} onRole={setRole} />
      <ConfirmDatum
        guess={preview.datum}
        datum={datum}
        isAssumed={isAssumed}
        onDatum={setChosenDatum}
        swapped={swapped ?? preview.datum.swapped}
        onSwapped={setSwapped}
      />
      {preview.industries.length > 0 && (
        <ConfirmIndustries
          industries={preview.industries}
          chosen={clusters}
          onChoose={(term, cluster) => setClusters(new Map([...clusters, [term, cluster]]))}
        />
      )}
      <p class="actions confirm-actions">
        <button type="submit" class="link-button primary" disabled={datum === null || !canPlace}>
          {t('dataImport')}
        </button>
        <LinkButton onClick={session.cancel}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}

const DELIMITER_KEYS = {
  ',': 'delimiter.comma',
  '\t': 'delimiter.tab',
  ';': 'delimiter.semicolon',
  '|': 'delimiter.bar',
} as const;

/** How the bytes were read, where there is a choice. */
function ReadingFields({
  preview,
  onChange,
}: {
  readonly preview: Preview;
  readonly onChange: (part: Partial<Reading>) => void;
}) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { reading, parts } = preview;
  return (
    <div class="data-fields">
      {parts.length > 1 && (
        <div class="data-field">
          <label for={`${id}part`}>{t('dataPart')}</label>
          <select
            id={`${id}part`}
            value={reading.part ?? parts[0]}
            onChange={(event) => onChange({ part: event.currentTarget.value })}
          >
            {parts.map((part) => (
              <option key={part} value={part}>
                {preview.hiddenParts?.includes(part) === true ? t('dataHiddenPart', { name: part }) : part}
              </option>
            ))}
          </select>
        </div>
      )}
      {preview.format === 'csv' && (
        <>
          <div class="data-field">
            <label for={`${id}enc`}>{t('dataEncoding')}</label>
            <select
              id={`${id}enc`}
              value={reading.encoding}
              onChange={(event) => onChange({ encoding: ENCODINGS.find((e) => e === event.currentTarget.value) })}
            >
              {ENCODINGS.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {encoding.toUpperCase()}
                </option>
              ))}
            </select>
          </div>
          <div class="data-field">
            <label for={`${id}del`}>{t('dataDelimiter')}</label>
            <select
              id={`${id}del`}
              value={reading.delimiter}
              onChange={(event) => onChange({ delimiter: DELIMITERS.find((d) => d === event.currentTarget.value) })}
            >
              {DELIMITERS.map((delimiter) => (
                <option key={delimiter} value={delimiter}>
                  {t(DELIMITER_KEYS[delimiter])}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </div>
  );
}
