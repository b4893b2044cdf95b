/** The register as a file to edit. */
import { layRegister } from '../../../analysis/register-workbook/layout.ts';
import { registerCsv, registerXlsx } from '../../../data/export/register-workbook.ts';
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import { headingWords, workbookWords } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function makeWorkbook(state: AppState, i18n: I18n, format: 'xlsx' | 'csv'): Blob {
  const laid = layRegister(state.corrections.sites.peek(), state.base.version.data, (key) => headingWords(i18n, key));
  return format === 'xlsx'
    ? new Blob([registerXlsx(laid, workbookWords(i18n, state))], { type: XLSX })
    : new Blob([registerCsv(laid.records)], { type: 'text/csv;charset=utf-8' });
}
