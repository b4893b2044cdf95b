/** The presenter's mode: its tours, and those that the deployer lists. */
import { loadTours } from '../../data/load-tours.ts';
import type { ByteSource } from '../../data/source.ts';
import type { App } from '../app.ts';
import { isOwnId } from './authoring.ts';
import { allOf, presentationOf } from './presentation.ts';

export async function startPresentation(app: Pick<App, 'state' | 'i18n'>, source: ByteSource): Promise<void> {
  const presentation = presentationOf(app);
  const builtIn = new Set(allOf(presentation.builtIn.peek()).map(({ id }) => id));
  const { tours } = app.state.base.config;
  presentation.takeListed(await loadTours(source, tours, (id) => builtIn.has(id) || isOwnId(id)));
}
