/** Every record that the text names, and what is known of it. */
import type { CoverageRecord } from '../../domain/coverage.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { RecordName } from '../shared/record-name.tsx';

export function CoverageRecords({ records }: { readonly records: readonly CoverageRecord[] }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <TableScroll label={t('coverageRecords')}>
      <table class="wide-table records">
        <caption class="visually-hidden">{t('coverageRecords')}</caption>
        <thead>
          <tr>
            <th scope="col" class="is-corner">
              {t('colRecord')}
            </th>
            <th scope="col">{t('clause')}</th>
            <th scope="col">{t('colResearched')}</th>
            <th scope="col">{t('filterPrecision')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('colAge')}</th>
            <th scope="col">{t('colDoubtful')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordLine key={record.site.id} record={record} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function RecordLine({ record: { site, clauses, researched, ageYears, doubts } }: { readonly record: CoverageRecord }) {
  const { i18n } = useApp();
  const { t, date } = i18n.value;
  return (
    <tr>
      <th scope="row">
        <RecordName site={site} />
      </th>
      <td>
        {clauses.map((clause) => (
          <ClauseLink key={clause.id} id={clause.id}>
            <span lang="zh-Hans">{clause.cite}</span>{' '}
          </ClauseLink>
        ))}
      </td>
      <td>{t(researched ? 'yes' : 'no')}</td>
      <td>{t(`precision.${site.precision}`)}</td>
      <td>
        <span class={`status status-${site.status}`}>{t(`status.${site.status}`)}</span>
      </td>
      <td>
        {site.statusDate !== null && ageYears !== null && (
          <>
            {ageWords(i18n.value, site.statusDate, ageYears)} <span class="muted small">{date(site.statusDate)}</span>
          </>
        )}
      </td>
      <td>
        {doubts.map((doubt) => (
          <span key={doubt} class="tag">
            {t(`doubt.${doubt}`)}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** A date without a day gives no exact age, only the most it can be. */
function ageWords({ t }: I18n, statusDate: string, years: number): string {
  return t(statusDate.length < 10 ? 'ageAtMost' : 'ageYears', { n: years });
}
