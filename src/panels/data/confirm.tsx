/** What was recognised in a file, to be confirmed or changed before anything is read in. */
import { useId, useState } from 'preact/hooks';
import type { JoinKeys } from '../../analysis/key-join.ts';
import type { Note } from '../../data/import/guards/notes.ts';
import { placeable, type Roles } from '../../data/import/guess/placeable.ts';
import type { InputDatum, Preview, Reading, Role } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { ClusterOrCross } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { keepBefore } from '../../state/workspace/keep-before.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { ConfirmDatum, isRefused } from './confirm-datum.tsx';
import { ConfirmIndustries } from './confirm-industries.tsx';
import { ConfirmJoin } from './confirm-join.tsx';
import { ConfirmReading } from './confirm-reading.tsx';
import { ConfirmRoles } from './confirm-roles.tsx';
import { ConfirmKeys, joinable } from './join/confirm-keys.tsx';
import { failureWords, noteWords } from './note-text.ts';

interface ConfirmProps {
  readonly imports: Imports;
  readonly session: ImportSession;
  readonly file: File;
  readonly preview: Preview;
  /** Why the file cannot be read in the way that was asked for last. */
  readonly failure: Note | null;
}

const guessedRoles = ({ roles }: Preview): Roles => Object.fromEntries(roles.map(({ role, column }) => [role, column]));

/** Without its ending; what a user chose of it stands behind. */
function nameOfFile(file: File, layer: string | null): string {
  const stem = (path: string) => plainLine(path.slice(path.lastIndexOf('/') + 1)).replace(/\.[^.]+$/, '');
  return [stem(file.name), ...(layer === null ? [] : [stem(layer)])].join(' ');
}

/** Two sets of one name could not be told apart wherever one is chosen. */
function freeName(imports: Imports, name: string): string {
  const taken = new Set(imports.sets.value.map(({ look }) => look.name));
  let [free, n] = [name, 2];
  while (taken.has(free)) free = `${name} (${n++})`;
  return free;
}

export function Confirm({ imports, session, file, preview, failure }: ConfirmProps) {
  const app = useApp();
  const { i18n } = app;
  const { t } = i18n.value;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  /** Of several layers the user chose this one. */
  const [choseLayer, setChoseLayer] = useState(false);
  const layer = choseLayer ? (preview.reading.part ?? null) : null;
  const name = typed ?? freeName(imports, nameOfFile(file, layer));
  const [chosenRoles, setChosenRoles] = useState<Roles | null>(null);
  const [chosenDatum, setChosenDatum] = useState<InputDatum | null>(null);
  const [swapped, setSwapped] = useState<boolean | null>(null);
  const [joins, setJoins] = useState<ReadonlyMap<string, string>>(new Map());
  const [clusters, setClusters] = useState<ReadonlyMap<string, ClusterOrCross | null>>(new Map());
  const roles = chosenRoles ?? guessedRoles(preview);
  const datum = isRefused(preview.datum) ? null : (chosenDatum ?? preview.datum.datum);
  /** Nothing tells which it is, and the user has not said it. */
  const isAssumed = chosenDatum === null && preview.datum.basis === 'assumed';
  const canPlace = preview.hasShapes || placeable(roles);

  /** Another sheet, encoding or separator may bring other columns: all is guessed anew. */
  const reread = (part: Partial<Reading>) => {
    setChosenRoles(null);
    setChosenDatum(null);
    setSwapped(null);
    setJoins(new Map());
    if ('part' in part) setChoseLayer(true);
    // Where the names stand is another question in another sheet; how they are written is not.
    const { headerRow: _, headerRows: __, ...kept } = preview.reading;
    void session.open(file, { ...('headerRow' in part ? preview.reading : kept), ...part });
  };
  const setRole = (role: Role, column: number | undefined) => {
    const { [role]: _, ...others } = roles;
    const next = column === undefined ? others : { ...others, [role]: column };
    setChosenRoles(next);
    setChosenDatum(null);
    setSwapped(null);
    if (role === 'site') setJoins(new Map());
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
      said: preview.datum.basis === 'assumed' && !isAssumed,
      swapped: swapped ?? preview.datum.swapped,
      joins: [...joins],
      clusters: [...clusters],
    });
  };

  const join = async (keys: JoinKeys) => {
    await keepBefore(app, 'replaced', imports.byId(keys.setId)?.look.name);
    await session.run(
      {
        id: `table-${crypto.randomUUID()}`,
        name: name.trim() === '' ? file.name : name.trim(),
        reading: preview.reading,
        roles: {},
        datum: 'wgs84',
        swapped: false,
        clusters: [],
        asTable: true,
      },
      (table) => {
        const report = imports.join(table, keys);
        return report === null ? { kind: 'idle' } : { kind: 'joined', report };
      },
    );
  };
  const sets = preview.hasShapes ? [] : joinable(imports);

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
        <input id={`${id}name`} value={name} maxLength={80} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <ConfirmReading preview={preview} onChange={reread} />
      {failure !== null && (
        <p role="alert" class="note-warning data-failed">
          {t('dataNotThus')} {failureWords(i18n.value, failure)}
        </p>
      )}
      <ConfirmRoles preview={preview} roles={roles} onRole={setRole} />
      {preview.join !== null && <ConfirmJoin join={preview.join} joins={joins} onJoins={setJoins} />}
      {/* Where no row has coordinates there is nothing that a datum could be asked of. */}
      {preview.datum.reason.code !== 'no-coordinates' && (
        <ConfirmDatum
          guess={preview.datum}
          chosen={chosenDatum}
          onDatum={setChosenDatum}
          swapped={swapped ?? preview.datum.swapped}
          onSwapped={setSwapped}
        />
      )}
      {preview.industries.length > 0 && (
        <ConfirmIndustries
          industries={preview.industries}
          chosen={clusters}
          onChoose={(term, cluster) => setClusters(new Map([...clusters, [term, cluster]]))}
        />
      )}
      {sets.length > 0 && (
        <ConfirmKeys sets={sets} preview={preview} isOnlyWay={!canPlace} onJoin={(keys) => void join(keys)} />
      )}
      <p class="actions confirm-actions">
        {datum === null && !isRefused(preview.datum) && <span class="small">{t('datumMissing')}</span>}
        <button type="submit" class="link-button primary" disabled={datum === null || !canPlace}>
          {t('dataImport')}
        </button>
        <LinkButton onClick={session.cancel}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}
