/** The approval number of the map, or the words for one that has none: the same wherever the map is shown. */
import type { Config } from '../domain/schema/config.ts';
import type { I18n } from '../i18n/index.ts';

export function mapMark({ mapApproval }: Config, { t }: Pick<I18n, 't'>): string {
  return mapApproval === null ? t('internal') : t('mapApproval', { no: mapApproval });
}
