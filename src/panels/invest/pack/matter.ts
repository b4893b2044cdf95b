/** What the pages and the slides of a pack are made of. */
import type { PackChoices } from '../../../data/device/pack-store.ts';
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import type { Finder } from '../../../state/invest/finder.ts';
import type { Pack } from './pack.ts';
import type { PackShot } from './pack-map.tsx';

export interface PackMatter {
  readonly state: AppState;
  readonly i18n: I18n;
  readonly finder: Finder;
  readonly pack: Pack;
  readonly choices: PackChoices;
  /** The whole address that opens the need, with shortlist and comparison. */
  readonly link: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly ranking: PackShot;
  /** By candidate. */
  readonly shots: ReadonlyMap<string, PackShot>;
}
