/** Beside colour and size: the hatch of areas, what is written beside the rows, and how opaque all of it is. */
import { useId } from 'preact/hooks';
import { HATCH_IDS, isHatch } from '../../../domain/hatches.ts';
import { isHatchedByClass, LEAST_OPACITY, opacityOf, type RowLabelling } from '../../../domain/set-look.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { COLUMN, ColumnOptions } from '../column-options.tsx';

interface FieldProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

/** Offered where the set has areas. */
export function HatchField({ imports, item: { id: setId, set, look } }: FieldProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  if (set.geometries?.kind.includes(AREA) !== true) return null;
  const byClass = isHatchedByClass(look);
  const { hatch = null } = look;
  const choose = (value: string) =>
    imports.restyle(setId, { hatch: value === 'classes' || isHatch(value) ? value : null });
  return (
    <div class="data-field">
      <label for={`${id}hatch`}>{t('setHatch')}</label>
      <select
        id={`${id}hatch`}
        value={hatch === null || (hatch === 'classes' && !byClass) ? 'none' : hatch}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="none">{t('hatch.none')}</option>
        {byClass && <option value="classes">{t('hatch.classes')}</option>}
        {HATCH_IDS.map((each) => (
          <option key={each} value={each}>
            {t(`hatch.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Index into GEOMETRY_KINDS. */
const AREA = 2;

export function LabelField({ imports, item: { id: setId, set, look } }: FieldProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { labelBy = null } = look;
  const choose = (value: string) => {
    const column = value.startsWith(COLUMN) ? set.columns[Number(value.slice(COLUMN.length))] : undefined;
    const next: RowLabelling | null =
      column !== undefined ? { of: 'column', column: column.name } : value === 'name' ? { of: 'name' } : null;
    imports.restyle(setId, { labelBy: next });
  };
  const at = labelBy?.of === 'column' ? set.columns.findIndex(({ name }) => name === labelBy.column) : -1;
  return (
    <div class="data-field">
      <label for={`${id}label`}>{t('setLabelBy')}</label>
      <select
        id={`${id}label`}
        value={at >= 0 ? `${COLUMN}${at}` : labelBy?.of === 'name' ? 'name' : 'none'}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="none">{t('setLabelNone')}</option>
        <option value="name">{t('setLabelName')}</option>
        <ColumnOptions label={t('setLabelColumn')} names={set.columns.map(({ name }) => name)} />
      </select>
    </div>
  );
}

export function OpacityField({ imports, item: { id: setId, look } }: FieldProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const value = opacityOf(look);
  const words = t('setOpacityValue', { n: Math.round(value * 100) });
  return (
    <div class="data-field">
      <label for={`${id}opacity`}>
        {t('setOpacity')} <span class="tabular">{words}</span>
      </label>
      <input
        id={`${id}opacity`}
        type="range"
        min={LEAST_OPACITY}
        max={1}
        step={0.05}
        value={value}
        aria-valuetext={words}
        onInput={(event) => imports.restyle(setId, { opacity: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
