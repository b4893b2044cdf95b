/** The outline of a site as it stands: the user's own correction, or the register's where it has come. */
import type { OutlineCoordinates } from '../domain/schema/outline.ts';
import type { Site } from '../domain/site.ts';
import type { AppState } from './app-state.ts';

/** WGS-84; null where the site has none, or the register's are not loaded yet. */
export function outlineAt({ outlines }: Pick<AppState, 'outlines'>, site: Site): OutlineCoordinates | null {
  if (site.outline === undefined) return null;
  const corrected = site.corrected?.outline;
  if (corrected?.field === 'outline') return corrected.newValue.outline;
  return outlines.value?.get(site.id) ?? null;
}
