/** What is said of a base map whose file cannot be drawn: the built-in map is shown. */
import type { ArchiveFault } from '../../data/basemap/fault.ts';
import { faultWords } from './fault-words.ts';
import { type Saying, say } from './say.ts';

export function fileFailed(app: Saying, name: string, fault: ArchiveFault): void {
  say(app, 'switcher', (i18n) => i18n.t('baseFileRefused', { name, why: faultWords(i18n, fault) }));
}
