/** Rows of a file that were not read in as they should, each with its number and why: the first here, all in a file. */
import { download } from '../../data/export/download.ts';
import { type Rejections, rejectionAt } from '../../data/import/guards/rejections.ts';
import { rejectionsCsv } from '../../data/import/receipt-csv.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';

const LISTED = 20;

interface RejectedProps {
  readonly rejected: Rejections;
  readonly title: string;
  /** Of the file that holds all of them. */
  readonly fileName: string;
}

export function RejectedRows({ rejected, title, fileName }: RejectedProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const save = () => {
    const words = {
      headers: [t('receiptRow'), t('receiptReason'), t('receiptDetail')],
      reason: (code) => t(`reject.${code}`),
    } satisfies Parameters<typeof rejectionsCsv>[1];
    download(fileName, rejectionsCsv(rejected, words), 'text/csv;charset=utf-8');
  };
  const listed = Array.from({ length: Math.min(LISTED, rejected.count) }, (_, index) => rejectionAt(rejected, index));
  return (
    <details class="receipt-rejected">
      <summary>
        {title} {number(rejected.count)}:{' '}
        {rejected.byReason.map(({ code, count }) => `${t(`reject.${code}`)} ${number(count)}`).join(' · ')}
      </summary>
      <TableScroll label={title}>
        <table class="plain-table">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('receiptRow')}</th>
              <th scope="col">{t('receiptReason')}</th>
              <th scope="col">{t('receiptDetail')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ row, code, detail }, index) => (
              <tr key={index}>
                <th scope="row" class="tabular">
                  {row}
                </th>
                <td>{t(`reject.${code}`)}</td>
                <td>{plainLine(detail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rejected.count > LISTED && <p class="small muted">{t('receiptMore', { n: LISTED })}</p>}
      <button type="button" class="link-button" onClick={save}>
        {t('receiptDownload')}
      </button>
    </details>
  );
}
