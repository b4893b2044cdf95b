/** Why a file is no base map, in words of the catalogue `switcher`. */
import { ArchiveFault } from '../../data/basemap/fault.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { I18n } from '../../i18n/index.ts';

export function faultWords({ t }: I18n, error: unknown): string {
  return error instanceof ArchiveFault ? t(`baseFile.${error.code}`, error.params) : messageOf(error);
}
