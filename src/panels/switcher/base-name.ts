/** What a base map is called. */
import type { Basemap } from '../../domain/schema/basemap.ts';
import type { I18n } from '../../i18n/index.ts';
import { FILE_BASEMAP } from '../../state/basemaps/basemaps.ts';

/** Null is the built-in one. That of the file beside the page has no name that a person gave. */
export function baseName({ t }: I18n, entry: Pick<Basemap, 'id' | 'label'> | null): string {
  if (entry === null) return t('switcherBuiltIn');
  return entry.id === FILE_BASEMAP ? t('switcherFile') : entry.label;
}
