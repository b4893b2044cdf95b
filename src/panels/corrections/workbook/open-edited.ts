/** Opens an edited workbook, whichever way it came. */
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import type { Correcting } from '../../../state/corrections/corrections.ts';
import { openWorkbook } from '../../../state/corrections/workbook.ts';
import { codesIn } from './words.ts';

export function openEdited(state: AppState, work: Correcting, file: File, i18n: I18n): Promise<void> {
  return openWorkbook(state, work, file, codesIn(i18n, state));
}
