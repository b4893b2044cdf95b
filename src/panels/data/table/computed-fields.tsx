/** Columns worked out from others: what there is, and a form for one more. */
import { useId, useState } from 'preact/hooks';
import { unworkable } from '../../../analysis/computed-values.ts';
import { computedUnit, measureColumns } from '../../../domain/column-values.ts';
import {
  type ComputedColumn,
  FORMS,
  type Form,
  formulaOf,
  needsArea,
  takesTwo,
} from '../../../domain/computed-column.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { isComputed, type PointSet, wholeGeometries } from '../../../domain/point-set.ts';
import { useApp } from '../../../state/app.ts';
import { changesOf, type ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';

interface FieldsProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

/** Its form with its unit, told apart from every column that there is. */
function firstName(set: PointSet, column: Omit<ComputedColumn, 'name'>): string {
  const unit = computedUnit(set, column);
  const name = unit === '' ? formulaOf(column) : `${formulaOf(column)} (${unit})`;
  const taken = new Set(set.columns.map((each) => each.name));
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name} ${n}`;
  return unique;
}

export function ComputedFields({ imports, item }: FieldsProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { computed } = changesOf(item);
  const [said, setSaid] = useState('');
  const add = (column: ComputedColumn) => {
    imports.edits.compute(item.id, [...computed, column]);
    const now = imports.byId(item.id)?.set.columns.find(({ name }) => name === column.name);
    const unknown = now?.kind === 'number' ? now.values.filter(Number.isNaN).length : 0;
    setSaid(t('computedAdded', { name: column.name, n: unknown }));
  };
  return (
    <details class="table-computed">
      <summary>{t('computedTitle')}</summary>
      {computed.length > 0 && (
        <ul class="data-notes">
          {computed.map((column) => (
            <li key={column.name}>
              <Told set={item.set} column={column} />{' '}
              <button
                type="button"
                class="link-button"
                onClick={() =>
                  imports.edits.compute(
                    item.id,
                    computed.filter((other) => other !== column),
                  )
                }
              >
                {t('computedRemove', { name: column.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewColumn key={computed.length} set={item.set} onAdd={add} />
      <p role="status" class="small muted">
        {said}
      </p>
    </details>
  );
}

function Told({ set, column }: { readonly set: PointSet; readonly column: ComputedColumn }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const formula = plainLine(formulaOf(column));
  const isThere = set.columns.some((each) => isComputed(each) && each.computed === column);
  const why = isThere ? null : unworkable(set, column);
  return (
    <span>
      {column.name.includes(formula) ? plainLine(column.name) : `${plainLine(column.name)} = ${formula}`}
      {why !== null && <strong>{` · ${t(`unworkable.${why}`)}`}</strong>}
    </span>
  );
}

interface NewProps {
  readonly set: PointSet;
  readonly onAdd: (column: ComputedColumn) => void;
}

function NewColumn({ set, onAdd }: NewProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const measures = measureColumns(set);
  const names = [...new Set(measures.map(({ name }) => name))];
  const [form, setForm] = useState<Form>('ratio');
  const [a, setA] = useState(names[0] ?? '');
  const [b, setB] = useState(names[1] ?? names[0] ?? '');
  const [own, setOwn] = useState('');
  if (names.length === 0) return <p class="small muted">{t('computedNone')}</p>;
  const column = { form, a, b: takesTwo(form) ? b : null };
  const first = firstName(set, column);
  // Of the sum of a column of quotients there is no share.
  const summed = new Set(measures.filter(({ summable }) => summable).map(({ name }) => name));
  const offered = form === 'share' ? names.filter((name) => summed.has(name)) : names;
  const name = plainLine(own).trim();
  const isTaken = set.columns.some((each) => each.name === name);
  return (
    <form
      class="data-fields"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ ...column, name: name === '' || isTaken ? first : name });
      }}
    >
      <div class="data-field">
        <label for={`${id}form`}>{t('computedForm')}</label>
        <select
          id={`${id}form`}
          value={form}
          onChange={(event) => setForm(FORMS.find((known) => known === event.currentTarget.value) ?? 'ratio')}
        >
          {FORMS.filter((known) => !needsArea(known) || wholeGeometries(set) !== undefined).map((known) => (
            <option key={known} value={known}>
              {t(`form.${known}`)}
            </option>
          ))}
        </select>
      </div>
      <Source id={`${id}a`} label={t('computedA')} names={offered} value={a} onChange={setA} />
      {takesTwo(form) && <Source id={`${id}b`} label={t('computedB')} names={names} value={b} onChange={setB} />}
      <div class="data-field">
        <label for={`${id}name`}>{t('computedName')}</label>
        <input
          id={`${id}name`}
          value={own}
          maxLength={80}
          placeholder={plainLine(first)}
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
      </div>
      <p class="small muted">{t('computedHint')}</p>
      <p class="actions">
        <button type="submit" class="primary-button">
          {t('computedAdd')}
        </button>
      </p>
    </form>
  );
}

interface SourceProps {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

function Source({ id, label, names, value, onChange }: SourceProps) {
  return (
    <div class="data-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={String(names.indexOf(value))}
        onChange={(event) => onChange(names[Number(event.currentTarget.value)] ?? '')}
      >
        {names.map((name, at) => (
          <option key={name} value={String(at)}>
            {plainLine(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
