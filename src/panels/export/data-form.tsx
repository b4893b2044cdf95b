/** Data on their way out: what, in which format, datum, words and columns. */
import { useComputed } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { countedImport } from '../../analysis/counted-set.ts';
import { registerSet } from '../../analysis/register-set.ts';
import type { TownAreas } from '../../analysis/town-areas.ts';
import { download } from '../../data/export/download.ts';
import { GRID_IDS, type GridId } from '../../data/export/grid.ts';
import { choiceOf, type ExportTable, pickColumns } from '../../data/export/table.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { isDatumAssumed } from '../../domain/point-set.ts';
import { editedCells } from '../../domain/set-changes.ts';
import { useApp } from '../../state/app.ts';
import { changesOf, type ImportedSet } from '../../state/imports/imported-set.ts';
import { townsFound } from '../../state/plan/town-areas.ts';
import { today } from '../../state/today.ts';
import { Choice } from '../../ui/choice.tsx';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import { reasonOf } from '../frame/part-failed.tsx';
import { say, type Tongues, tonguesOf } from '../paper/languages.ts';
import { filterWords, metaOf, policyCite } from '../paper/meta.ts';
import { foundCodes, townAreaParams, useTowns } from '../shared/town-by-area.tsx';
import { computedWords, registerTable, setTable, shapeCounts, withTownFound } from './tables.ts';
import { EXPORT_FORMATS, type ExportFormat, wgs84Only, writeExport } from './write.ts';

type Job = { readonly at: 'working' | 'done' | 'failed'; readonly words: string };

/** A name that every file system takes. */
const fileName = (name: string) => name.replace(/[\s\\/:*?"<>|.]+/g, '-').slice(0, 60);

export function DataForm() {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const [what, setWhat] = useState('register');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [grid, setGrid] = useState<GridId>('wgs84');
  const [both, setBoth] = useState<'own' | 'both'>('own');
  /** Columns left out, of what is chosen now. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [job, setJob] = useState<Job | null>(null);

  const towns = useTowns();
  const register = useComputed(() => registerSet(state.visibleSites.value, 'register'));
  const sets = state.imports.value?.sets.value ?? [];
  const imported = sets.find(({ id }) => id === what) ?? null;
  const ownTable = (tongues: Tongues): ExportTable =>
    imported === null
      ? registerTable(state.visibleSites.value, say(tongues, 'site'), tongues, {
          policy: state.policy.value,
          clusters: state.clusters,
          towns: state.things.value.town,
        })
      : setTable(imported.set, imported.look.name, imported.rows, tongues, imported.receipt.datumSaid === true);
  const tableIn = (tongues: Tongues): ExportTable => {
    const plain = ownTable(tongues);
    if (towns === null) return plain;
    const { townFound } = townsFound(imported === null ? register.value : countedImport(imported.set), towns);
    return withTownFound(plain, tongues, (index) => foundCodes(townFound?.(imported?.rows?.[index] ?? index) ?? null));
  };
  const table = tableIn([i18n.value]);
  const kept = table.columns.filter((column) => !left.has(choiceOf(column)));
  const shapes = imported === null ? null : shapeCounts(imported.set, imported.rows);
  const total = imported === null ? state.sites.value.length : imported.set.count;

  async function save(): Promise<void> {
    setJob({ at: 'working', words: t('exportWorking') });
    try {
      const tongues = await tonguesOf(i18n.value, both === 'both');
      const whole = tableIn(tongues);
      const chosen = pickColumns(whole, new Set(whole.columns.map(choiceOf).filter((choice) => !left.has(choice))));
      const datum = wgs84Only(format) ? 'wgs84' : grid;
      const meta = metaOf(state, tongues, {
        grid: datum,
        origin:
          imported === null
            ? say(tongues, 'exportSourceRegister', { cite: policyCite(state, tongues) })
            : say(tongues, 'exportSourceSet', { name: imported.set.name }),
        ...(imported?.set.datum !== undefined && isDatumAssumed(imported.set) ? { assumed: imported.set.datum } : {}),
        ...(imported === null ? {} : changedMeta(imported, tongues)),
        ...(towns === null ? {} : { liesIn: townRule(tongues, towns) }),
        filter: `${say(tongues, 'exportRowsOf', { n: whole.count, total })} · ${filterWords(state, tongues, imported?.filter)}`,
      });
      const base =
        imported === null ? fileName(`foshan-224-register-${state.base.version.data}`) : fileName(imported.look.name);
      const { name, content } = await writeExport({
        table: chosen,
        format,
        grid: datum,
        meta,
        tongues,
        base,
        date: today(),
      });
      download(name, content, content.type);
      setJob({
        at: 'done',
        words: t('exportSaved', { name, kb: number(Math.max(1, Math.round(content.size / 1024))) }),
      });
    } catch (error) {
      setJob({
        at: 'failed',
        words: t('exportFailed', { reason: reasonOf(i18n.value, error) }),
      });
    }
  }

  return (
    <Section title={t('exportData')}>
      <div class="export-form">
        <Choice
          label={t('exportWhat')}
          value={what}
          options={[
            { value: 'register', label: t('exportRegister') },
            ...sets.map(({ id, look }) => ({ value: id, label: look.name })),
          ]}
          onChange={(next) => {
            setWhat(next);
            setLeft(new Set());
          }}
          hint={t('exportRowsOf', { n: table.count, total })}
        />
        <Choice
          label={t('exportFormat')}
          value={format}
          options={EXPORT_FORMATS.map((value) => ({ value, label: t(`exportFormat.${value}`) }))}
          onChange={setFormat}
        />
        {shapes !== null && <p class="field-hint">{t('exportShapes', shapes)}</p>}
        <Choice
          label={t('exportDatum')}
          value={wgs84Only(format) ? 'wgs84' : grid}
          options={GRID_IDS.map((value) => ({
            value,
            label: t(`exportGrid.${value}`),
            disabled: wgs84Only(format) && value !== 'wgs84',
          }))}
          onChange={setGrid}
          hint={t(wgs84Only(format) ? 'exportDatumOnly' : 'exportDatumHint')}
        />
        <Choice
          label={t('exportLanguage')}
          value={both}
          options={[
            { value: 'own', label: t('exportOwnLanguage') },
            { value: 'both', label: t('exportBothLanguages') },
          ]}
          onChange={setBoth}
        />
        <Columns table={table} left={left} onChange={setLeft} />
        {kept.length === 0 && <Note tone="warning">{t('exportColumnsNeeded')}</Note>}
        <button
          type="button"
          class="primary-button"
          disabled={kept.length === 0 || job?.at === 'working'}
          onClick={() => void save()}
        >
          {t('exportSave')}
        </button>
        <p role="status" class={job?.at === 'failed' ? 'note note-warning' : 'small'}>
          {job?.words}
        </p>
        <p class="field-hint">{t('exportCarries')}</p>
      </div>
    </Section>
  );
}

/** On what the column of towns rests that are found by their areas. */
const townRule = (tongues: Tongues, towns: TownAreas): string =>
  [...new Set(tongues.map((i18n) => i18n.t('liesInOsmRule', townAreaParams(i18n, towns))))].join(' / ');

/** What of the rows is not as the source has it. */
function changedMeta(item: ImportedSet, tongues: Tongues): { readonly changes?: string; readonly computed?: string } {
  const { edits } = changesOf(item);
  const [cells, rows] = [editedCells(edits), edits.deleted.length];
  const changes = [
    ...(cells > 0 ? [say(tongues, 'setCellsEdited', { n: cells })] : []),
    ...(rows > 0 ? [say(tongues, 'setRowsOut', { n: rows })] : []),
  ];
  const computed = computedWords(item.set);
  return {
    ...(changes.length === 0 ? {} : { changes: changes.join(' · ') }),
    ...(computed === null ? {} : { computed }),
  };
}

function Columns({
  table,
  left,
  onChange,
}: {
  readonly table: ExportTable;
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}) {
  const { t } = useApp().i18n.value;
  const id = useId();
  const keys = table.columns.map(choiceOf);
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  return (
    <details class="export-columns">
      <summary>{t('exportColumns', { n: keys.filter((key) => !left.has(key)).length, total: keys.length })}</summary>
      <p class="actions">
        <LinkButton onClick={() => onChange(new Set())}>{t('exportAllColumns')}</LinkButton>
        <LinkButton onClick={() => onChange(new Set(keys))}>{t('exportNoColumns')}</LinkButton>
      </p>
      <ul>
        {table.columns.map((column, at) => (
          <li key={column.key}>
            <input
              type="checkbox"
              id={`${id}-${at}`}
              checked={!left.has(choiceOf(column))}
              onChange={() => toggle(choiceOf(column))}
            />
            <label for={`${id}-${at}`}>{plainLine(column.label)}</label>
          </li>
        ))}
      </ul>
    </details>
  );
}
