/** How a set is shown as a surface: hexagons with their width and what they say, or a density with its radius. */
import { useId } from 'preact/hooks';
import { measureColumns } from '../../domain/column-values.ts';
import { MEASURES, measureFor, measuresOf } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { HEXAGON_WIDTHS, hexagonWidth, SMOOTHINGS } from '../../domain/set-look.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { smoothingOf, zoomOf } from '../../state/imports/set-counts.ts';
import { MEASURE_WORDS } from '../plan/measure-words.ts';

interface FieldsProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

export function HexagonFields({ imports, item }: FieldsProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const id = useId();
  const { id: setId, look } = item;
  const followed = hexagonWidth({ acrossM: null }, zoomOf(state));
  return (
    <>
      <div class="data-field">
        <label for={`${id}width`}>{t('setWidth')}</label>
        <select
          id={`${id}width`}
          value={look.acrossM === null ? 'zoom' : String(look.acrossM)}
          onChange={({ currentTarget: { value } }) =>
            imports.restyle(setId, { acrossM: value === 'zoom' ? null : Number(value) })
          }
        >
          <option value="zoom">{t('widthByZoom', { n: number(followed / 1000) })}</option>
          {HEXAGON_WIDTHS.map((width) => (
            <option key={width} value={String(width)}>
              {t('kmAcross', { n: number(width / 1000) })}
            </option>
          ))}
        </select>
      </div>
      <MeasureFields imports={imports} item={item} />
    </>
  );
}

/** Rows counted, or a column of the set and what of it. */
function MeasureFields({ imports, item }: FieldsProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { id: setId, set, look } = item;
  const measures = measureColumns(set);
  const names = [...new Set(measures.map(({ name }) => name))];
  const columnOf = (name: string | undefined) => measures.find((each) => each.name === name) ?? { summable: true };
  const measure = look.measureBy ?? null;
  if (names.length === 0) return null;
  return (
    <>
      <div class="data-field">
        <label for={`${id}column`}>{t('hexagonShows')}</label>
        <select
          id={`${id}column`}
          value={String(names.indexOf(measure?.column ?? ''))}
          onChange={({ currentTarget: { value } }) => {
            const column = names[Number(value)];
            imports.restyle(setId, {
              measureBy:
                column === undefined ? null : { column, kind: measureFor(columnOf(column), measure?.kind ?? 'sum') },
            });
          }}
        >
          <option value="-1">{t('hexagonRows')}</option>
          {names.map((name, at) => (
            <option key={name} value={String(at)}>
              {plainLine(name)}
            </option>
          ))}
        </select>
      </div>
      {measure !== null && (
        <div class="data-field">
          <label for={`${id}kind`}>{t('measure')}</label>
          <select
            id={`${id}kind`}
            value={measure.kind}
            onChange={({ currentTarget: { value } }) =>
              imports.restyle(setId, {
                measureBy: { ...measure, kind: MEASURES.find((kind) => kind === value) ?? 'sum' },
              })
            }
          >
            {measuresOf(columnOf(measure.column)).map((kind) => (
              <option key={kind} value={kind}>
                {t(MEASURE_WORDS[kind])}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

export function DensityFields({ imports, item }: FieldsProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const id = useId();
  return (
    <div class="data-field">
      <label for={`${id}smooth`}>{t('densityRadius')}</label>
      <select
        id={`${id}smooth`}
        value={String(smoothingOf(item))}
        onChange={({ currentTarget: { value } }) => imports.restyle(item.id, { smoothM: Number(value) })}
      >
        {SMOOTHINGS.map((metres) => (
          <option key={metres} value={String(metres)}>
            {t('metres', { n: number(metres) })}
          </option>
        ))}
      </select>
    </div>
  );
}
