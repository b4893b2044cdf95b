/** How large the points of a set are: one size, or by the numbers of a column. */
import { useId } from 'preact/hooks';
import { measureColumns } from '../../domain/column-values.ts';
import { POINT_SIZES } from '../../domain/set-look.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { sizesOf } from '../../state/imports/set-counts.ts';
import { COLUMN, ColumnOptions } from './column-options.tsx';

export function SizeField({ imports, item }: { readonly imports: Imports; readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { id: setId, set, look } = item;
  const names = [...new Set(measureColumns(set).map(({ name }) => name))];
  const at = sizesOf(set, look) === null ? -1 : names.indexOf(look.sizeBy ?? '');
  const choose = (value: string) => {
    const column = value.startsWith(COLUMN) ? names[Number(value.slice(COLUMN.length))] : undefined;
    if (column !== undefined) imports.restyle(setId, { sizeBy: column });
    else imports.restyle(setId, { size: Number(value), sizeBy: null });
  };
  return (
    <div class="data-field">
      <label for={`${id}size`}>{t('setSize')}</label>
      <select
        id={`${id}size`}
        value={at < 0 ? String(look.size) : `${COLUMN}${at}`}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <optgroup label={t('setSizeOne')}>
          {POINT_SIZES.map((size) => (
            <option key={size} value={String(size)}>
              {t('sizePx', { n: size })}
            </option>
          ))}
        </optgroup>
        <ColumnOptions label={t('setSizeColumn')} names={names} />
      </select>
    </div>
  );
}
