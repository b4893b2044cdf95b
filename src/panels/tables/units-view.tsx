/** Responsible units by clause: who is named first, who is listed, who joins. */
import { useSignal } from '@preact/signals';
import { isChinese } from '../../domain/format.ts';
import type { Clause, Unit } from '../../domain/schema/policy.ts';
import {
  sortUnits,
  type UnitMatrix,
  type UnitPlace,
  type UnitRow,
  type UnitSort,
  unitMatrix,
} from '../../domain/unit-matrix.ts';
import { UNIT_ROLES, type UnitRole } from '../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import { formatAddress } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { RoleGlyph } from '../../ui/role-glyph.tsx';
import { SortHead, TableScroll } from '../../ui/table.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { otherName, roleWords } from '../shared/phrases.ts';
import { unitsCsv } from './units-csv.ts';
import './tables.css';

const ROLE_SHORT: Record<UnitRole, MessageKey> = {
  first: 'roleFirstShort',
  listed: 'roleListedShort',
  joint: 'roleJointShort',
};

function compareNames({ lang }: I18n): (a: Unit, b: Unit) => number {
  if (isChinese(lang)) return (a, b) => a.nameZh.localeCompare(b.nameZh, 'zh-CN-u-co-pinyin');
  return (a, b) => a.nameEn.localeCompare(b.nameEn, 'en');
}

export function UnitsView() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const policy = state.policy.value;
  const sort = useSignal<UnitSort>({ by: 'text', descending: false });
  const matrix = unitMatrix(policy);
  const rows = sortUnits(matrix.rows, sort.value, compareNames(i18n.value));
  return (
    <div class="wide-body is-one-table">
      <div class="wide-intro">
        {matrix.rows.length === 0 ? (
          <p>{t('documentNoUnits')}</p>
        ) : (
          <p>
            {t('unitsIntro', { clauses: matrix.clauses.length, units: matrix.rows.length })}{' '}
            {t('unitsWithout', { n: policy.clauses.length - matrix.clauses.length })}
          </p>
        )}
        <div class="wide-tools">
          <ul class="role-key">
            {UNIT_ROLES.map((role) => (
              <li key={role}>
                <RoleGlyph role={role} /> {roleWords(i18n.value, role)}
              </li>
            ))}
          </ul>
          <span class="muted small no-print">{t('unitsCellHint')}</span>
          {sort.value.by !== 'text' && (
            <LinkButton class="small no-print" onClick={() => (sort.value = { by: 'text', descending: false })}>
              {t('unitsTextOrder')}
            </LinkButton>
          )}
          <CsvButton table="units" title={t('viewUnits')} rows={() => unitsCsv(i18n.value, matrix, rows)} />
        </div>
      </div>
      <TableScroll label={`${t('unit')} × ${t('clause')}`} fill>
        <Matrix matrix={matrix} rows={rows} sort={sort.value} onSort={(next) => (sort.value = next)} />
      </TableScroll>
    </div>
  );
}

interface MatrixProps {
  readonly matrix: UnitMatrix;
  readonly rows: readonly UnitRow[];
  readonly sort: UnitSort;
  readonly onSort: (next: UnitSort) => void;
}

function Matrix({ matrix, rows, sort, onSort }: MatrixProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  /** Counts begin with the largest; everything else as it reads. */
  const head = (by: UnitSort['by']) => ({
    active: sort.by === by,
    descending: sort.descending,
    title: t('unitsSortHint'),
    onSort: () => onSort({ by, descending: sort.by === by ? !sort.descending : by === 'count' }),
  });
  return (
    <table class="wide-table unit-matrix">
      <caption class="visually-hidden">{`${t('unit')} × ${t('clause')}`}</caption>
      <thead>
        <tr>
          <SortHead {...head('name')} class="is-corner">
            {t('unit')}
          </SortHead>
          <SortHead {...head('count')}>{t('unitsCount')}</SortHead>
          {matrix.clauses.map((clause) => (
            <SortHead key={clause.id} {...head(clause.id)} class="clause-head">
              <span lang="zh-Hans">
                <b>{clause.cite}</b> <span class="clause-heading">{clause.heading}</span>
              </span>
            </SortHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, places }) => (
          <tr key={unit.id}>
            <UnitHead unit={unit} />
            <td class="tabular">{places.size}</td>
            {matrix.clauses.map((clause) => (
              <RoleCell key={clause.id} unit={unit} clause={clause} place={places.get(clause.id)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UnitHead({ unit }: { readonly unit: Unit }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const other = otherName(i18n.value, unit);
  return (
    <th scope="row">
      <a
        href={`#${formatAddress({ ...state.address.value, map: null, view: null, selections: [{ entity: 'unit', id: unit.id }] })}`}
        onClick={(event) => {
          event.preventDefault();
          state.actions.select({ entity: 'unit', id: unit.id });
        }}
      >
        {name(unit)}
      </a>
      <span class="unit-alias">
        <span class="other-name" lang={other.lang}>
          {other.text}
        </span>
        {!unit.official && <span class="tag">{t('unofficialShort')}</span>}
      </span>
    </th>
  );
}

function RoleCell({
  unit,
  clause,
  place,
}: {
  readonly unit: Unit;
  readonly clause: Clause;
  readonly place: UnitPlace | undefined;
}) {
  const { i18n } = useApp();
  const { t, name } = i18n.value;
  if (place === undefined) return <td />;
  return (
    <td class={`role-cell role-${place.role}`}>
      <ClauseLink id={clause.id} label={`${name(unit)}, ${clause.cite}: ${roleWords(i18n.value, place.role)}`}>
        <RoleGlyph role={place.role} />
        <span>{t(ROLE_SHORT[place.role])}</span>
      </ClauseLink>
    </td>
  );
}
