/** The unit matrix as rows for a file: one row a unit, one column a clause. */
import type { Cell } from '../../data/export/csv.ts';
import type { UnitMatrix, UnitRow } from '../../domain/unit-matrix.ts';
import type { I18n } from '../../i18n/index.ts';
import { roleWords } from '../shared/phrases.ts';

export function unitsCsv(i18n: I18n, { clauses }: UnitMatrix, rows: readonly UnitRow[]): Cell[][] {
  const { t } = i18n;
  const head = [
    'id',
    'nameZh',
    'nameEn',
    t('officialNameSource'),
    t('unitsCount'),
    ...clauses.map((c) => `${c.cite} ${c.heading}`),
  ];
  const source = ({ unit }: UnitRow) =>
    unit.official ? (unit.source?.url ?? unit.source?.title ?? '') : t('unofficialName');
  return [
    head,
    ...rows.map((row) => [
      row.unit.id,
      row.unit.nameZh,
      row.unit.nameEn,
      source(row),
      row.places.size,
      ...clauses.map((clause) => {
        const place = row.places.get(clause.id);
        return place === undefined ? null : roleWords(i18n, place.role);
      }),
    ]),
  ];
}
