/** Why a file was not opened, in words. */
import { ImportError } from '../../data/import/guards/notes.ts';
import { WorkspaceFault } from '../../data/workspace/file.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { I18n } from '../../i18n/index.ts';
import { failureWords } from '../data/note-text.ts';

export function faultWords(i18n: I18n, name: string, error: unknown): string {
  const { t } = i18n;
  if (error instanceof WorkspaceFault) {
    const { kind, what, reason } = error;
    return t(`wsFault.${kind}`, { name, what, reason });
  }
  const reason =
    error instanceof ImportError ? failureWords(i18n, { code: error.code, params: error.params }) : messageOf(error);
  return t('wsFaultOther', { name, reason });
}
