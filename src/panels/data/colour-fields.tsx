/** By what the rows of a set are coloured: one colour, their cluster, or a column by category or by number. */
import { useId } from 'preact/hooks';
import { COLUMN_METHODS, type ColumnColour, RAMPS } from '../../domain/column-look.ts';
import { isMeasure, numbersOf } from '../../domain/column-values.ts';
import type { Column, PointSet } from '../../domain/point-set.ts';
import { SET_COLOURS } from '../../domain/set-look.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { hasColumnColour } from './column-legend.ts';
import { COLUMN, ColumnOptions } from './column-options.tsx';

interface FieldsProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

/** A column of numbers that measure something is coloured by number, any other by category. */
function firstColour(set: PointSet, column: Column): ColumnColour {
  const values = numbersOf(column, set.count);
  return values !== null && isMeasure(column, values)
    ? { kind: 'number', column: column.name, method: 'quantile', ramp: 'heat', breaks: [] }
    : { kind: 'category', column: column.name };
}

export function ColourFields({ imports, item }: FieldsProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { id: setId, set, look } = item;
  const { colourBy } = look;
  const at = hasColumnColour(item) ? set.columns.findIndex(({ name }) => name === colourBy?.column) : -1;
  const choose = (value: string) => {
    const column = value.startsWith(COLUMN) ? set.columns[Number(value.slice(COLUMN.length))] : undefined;
    if (column !== undefined) return imports.restyle(setId, { colourBy: firstColour(set, column) });
    imports.restyle(setId, { colour: SET_COLOURS.find((known) => known === value) ?? 'blue', colourBy: null });
  };
  return (
    <>
      <div class="data-field">
        <label for={`${id}colour`}>{t('setColour')}</label>
        <select
          id={`${id}colour`}
          value={at < 0 ? look.colour : `${COLUMN}${at}`}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <optgroup label={t('setColourOne')}>
            {SET_COLOURS.map((colour) => (
              <option key={colour} value={colour}>
                {t(`setColour.${colour}`)}
              </option>
            ))}
          </optgroup>
          <ColumnOptions label={t('setColourColumn')} names={set.columns.map(({ name }) => name)} />
        </select>
      </div>
      {at >= 0 && colourBy !== undefined && colourBy !== null && (
        <ClassFields
          colour={colourBy}
          isNumeric={
            numbersOf(
              set.columns[at] ?? { kind: 'coded', name: '', codes: new Uint32Array(), values: [] },
              set.count,
            ) !== null
          }
          onChange={(next) => imports.restyle(setId, { colourBy: next })}
        />
      )}
    </>
  );
}

interface ClassProps {
  readonly colour: ColumnColour;
  readonly isNumeric: boolean;
  readonly onChange: (next: ColumnColour) => void;
}

function ClassFields({ colour, isNumeric, onChange }: ClassProps) {
  const { i18n, state } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { column } = colour;
  return (
    <>
      {isNumeric && (
        <div class="data-field">
          <label for={`${id}kind`}>{t('setColourAs')}</label>
          <select
            id={`${id}kind`}
            value={colour.kind}
            onChange={(event) =>
              onChange(
                event.currentTarget.value === 'number'
                  ? { kind: 'number', column, method: 'quantile', ramp: 'heat', breaks: [] }
                  : { kind: 'category', column },
              )
            }
          >
            <option value="number">{t('colourAs.number')}</option>
            <option value="category">{t('colourAs.category')}</option>
          </select>
        </div>
      )}
      {colour.kind === 'number' && (
        <>
          <div class="data-field">
            <label for={`${id}method`}>{t('setClasses')}</label>
            <select
              id={`${id}method`}
              value={colour.method}
              onChange={(event) =>
                onChange({
                  ...colour,
                  method: COLUMN_METHODS.find((known) => known === event.currentTarget.value) ?? 'quantile',
                })
              }
            >
              {COLUMN_METHODS.map((method) => (
                <option key={method} value={method}>
                  {t(`classMethod.${method}`)}
                </option>
              ))}
            </select>
          </div>
          {colour.method === 'own' && (
            <div class="data-field">
              <label for={`${id}breaks`}>{t('setBreaks')}</label>
              <input
                id={`${id}breaks`}
                inputMode="decimal"
                value={colour.breaks.join(' ')}
                placeholder="100 500 1000"
                onChange={(event) => onChange({ ...colour, breaks: breaksIn(event.currentTarget.value) })}
              />
            </div>
          )}
          <div class="data-field">
            <label for={`${id}ramp`}>{t('setRamp')}</label>
            <select
              id={`${id}ramp`}
              value={colour.ramp}
              onChange={(event) =>
                onChange({ ...colour, ramp: RAMPS.find((known) => known === event.currentTarget.value) ?? 'heat' })
              }
            >
              {RAMPS.map((ramp) => (
                <option key={ramp} value={ramp}>
                  {t(`ramp.${state.theme.value}.${ramp}`)}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </>
  );
}

/** Most limits that a legend has room for. */
const MOST_BREAKS = 6;

/** Limits as they are typed, ascending; what is no number is left out. */
function breaksIn(text: string): number[] {
  const found = text
    .split(/[\s;；、，]+/)
    .filter((part) => part !== '')
    .map(Number)
    .filter((value) => Number.isFinite(value));
  return [...new Set(found)].sort((a, b) => a - b).slice(0, MOST_BREAKS);
}
