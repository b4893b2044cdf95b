/** Other data in the place of a set's: what is about to happen, and what became of edits, columns and look. */
import { toCsv } from '../../../data/export/csv.ts';
import { download } from '../../../data/export/download.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { useApp } from '../../../state/app.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { LinkButton, Note } from '../../../ui/pieces.tsx';
import { TableScroll } from '../../../ui/table.tsx';
import { misfitWords } from './misfit-words.ts';

interface ReportProps {
  readonly imports: Imports;
}

/** Lost changes that are listed here; all are in the file. */
const LISTED = 20;

export function ReplaceAsk({ imports }: ReportProps) {
  const { i18n } = useApp();
  const replacing = imports.replacing.replacing.value;
  const name = replacing === null ? undefined : imports.byId(replacing.setId)?.look.name;
  if (replacing === null || name === undefined) return null;
  return <Note>{i18n.value.t('replaceAsk', { file: replacing.file.name, name })}</Note>;
}

export function ReplaceReport({ imports }: ReportProps) {
  const { i18n } = useApp();
  const { t, list } = i18n.value;
  const report = imports.replacing.report.value;
  if (report === null) return null;
  const { fileName, gone, added, cells, rows, lost } = report;
  const misfits = misfitWords(i18n.value, report.misfits);
  const names = (all: readonly string[]) => list(all.map(plainLine));
  const cellsOf = ({ key, column, text, why }: (typeof lost)[number]) => [
    key,
    column ?? t('reportRowOut'),
    text,
    t(`lost.${why}`),
  ];
  const head = [t('reportKey'), t('reportColumn'), t('reportText'), t('reportWhy')];
  const save = () =>
    download(
      `${plainLine(fileName).replace(/\.[^.]+$/, '')}-edits.csv`,
      toCsv([head, ...lost.map(cellsOf)]),
      'text/csv;charset=utf-8',
    );
  return (
    <section class="receipt replace-report" aria-label={t('reportTitle', { file: fileName })}>
      <h3>{t('reportTitle', { file: fileName })}</h3>
      <div role="status">
        {cells + rows > 0 && <p>{t('reportDone', { cells, rows })}</p>}
        {gone.length > 0 && <p>{t('reportGone', { names: names(gone) })}</p>}
        {added.length > 0 && <p>{t('reportAdded', { names: names(added) })}</p>}
        {misfits !== null && <p>{misfits}</p>}
        {lost.length > 0 && <p>{t('reportLost', { n: lost.length })}</p>}
      </div>
      {lost.length > 0 && (
        <>
          <TableScroll label={t('reportLost', { n: lost.length })}>
            <table class="plain-table">
              <thead>
                <tr>
                  {head.map((words) => (
                    <th key={words} scope="col">
                      {words}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lost.slice(0, LISTED).map((each, at) => (
                  <tr key={at}>
                    {cellsOf(each).map((words, index) => (
                      <td key={index}>{plainLine(words ?? '')}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          {lost.length > LISTED && <p class="small muted">{t('receiptMore', { n: LISTED })}</p>}
        </>
      )}
      <p class="actions">
        {lost.length > 0 && <LinkButton onClick={save}>{t('reportSave')}</LinkButton>}
        <LinkButton onClick={imports.replacing.closeReport}>{t('reportClose')}</LinkButton>
      </p>
    </section>
  );
}
