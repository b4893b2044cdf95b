/** Filters on the columns of a set: each added by hand, of the kind that its column allows, and removed again. */
import { useId, useRef } from 'preact/hooks';
import { filterKinds } from '../../analysis/column-choices.ts';
import { columnNamed } from '../../analysis/column-classes.ts';
import { type ColumnFilter, newColumnFilter } from '../../domain/column-filter.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { Column } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { CategoryFields, DateFields, TextField } from './column-filter-fields.tsx';
import { NumberFields } from './number-filter.tsx';

interface ColumnFiltersProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

export function ColumnFilters({ imports, item }: ColumnFiltersProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const add = useRef<HTMLSelectElement>(null);
  const { set, filter } = item;
  const put = (columns: readonly ColumnFilter[]) => imports.refilter(item.id, { columns });
  const taken = new Set(filter.columns.map(({ column }) => column));
  // Of two columns with one name the first is meant.
  const offered = [...new Set(set.columns.map(({ name }) => name))].filter((name) => !taken.has(name));
  const choose = (name: string | undefined) => {
    const column = name === undefined ? undefined : columnNamed(set, name);
    const [kind] = column === undefined ? [] : filterKinds(column, set.count);
    if (kind !== undefined && name !== undefined) put([...filter.columns, newColumnFilter(kind, name)]);
  };
  return (
    <>
      {filter.columns.map((each) => (
        <OneFilter
          key={each.column}
          filter={each}
          column={columnNamed(set, each.column)}
          count={set.count}
          onChange={(next) => put(filter.columns.map((other) => (other === each ? next : other)))}
          onRemove={() => {
            put(filter.columns.filter((other) => other !== each));
            add.current?.focus();
          }}
        />
      ))}
      {(offered.length > 0 || filter.columns.length > 0) && (
        <div class="data-field">
          <label for={`${id}add`}>{t('filterAdd')}</label>
          <select
            id={`${id}add`}
            ref={add}
            value=""
            onChange={(event) => {
              choose(offered[Number(event.currentTarget.value)]);
              event.currentTarget.value = '';
            }}
          >
            <option value="">{t('filterChoose')}</option>
            {offered.map((name, at) => (
              <option key={name} value={String(at)}>
                {plainLine(name)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

interface OneProps {
  readonly filter: ColumnFilter;
  /** Absent where the rows that are there now have no such column. */
  readonly column: Column | undefined;
  readonly count: number;
  readonly onChange: (next: ColumnFilter) => void;
  readonly onRemove: () => void;
}

function OneFilter({ filter, column, count, onChange, onRemove }: OneProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const name = plainLine(filter.column);
  const kinds = column === undefined ? [] : filterKinds(column, count);
  return (
    <fieldset class="data-group">
      <legend>{name}</legend>
      {column === undefined && <p class="small muted">{t('filterGone')}</p>}
      {kinds.length > 1 && (
        <div class="data-field">
          <label for={`${id}kind`}>{t('filterAs')}</label>
          <select
            id={`${id}kind`}
            value={filter.kind}
            onChange={(event) => {
              const kind = kinds.find((known) => known === event.currentTarget.value);
              if (kind !== undefined) onChange(newColumnFilter(kind, filter.column));
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`filterKind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      {column !== undefined && <Fields filter={filter} column={column} count={count} onChange={onChange} />}
      <p class="actions">
        <button type="button" class="link-button" aria-label={t('filterRemoveThis', { name })} onClick={onRemove}>
          {t('filterRemove')}
        </button>
      </p>
    </fieldset>
  );
}

function Fields({ filter, column, count, onChange }: Omit<OneProps, 'onRemove'> & { readonly column: Column }) {
  switch (filter.kind) {
    case 'number':
      return <NumberFields filter={filter} column={column} count={count} onChange={onChange} />;
    case 'date':
      return <DateFields filter={filter} column={column} count={count} onChange={onChange} />;
    case 'category':
      return <CategoryFields filter={filter} column={column} count={count} onChange={onChange} />;
    case 'text':
      return <TextField filter={filter} onChange={onChange} />;
  }
}
