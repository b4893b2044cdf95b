/** What a dossier is made of: pieces that are never cut, in reading order. */
import type { ComponentChildren } from 'preact';
import type { RankedCandidate } from '../../../analysis/invest/types.ts';
import type { SiteDescription } from '../../../domain/describe.ts';
import type { OfferList } from '../../../domain/schema/offer.ts';
import type { Site } from '../../../domain/site.ts';
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import type { SitePicture } from '../site-picture.ts';
import type { SourceList } from './sources.ts';

export interface Block {
  readonly key: string;
  /** A heading: it stays with what follows it. */
  readonly leads: boolean;
  readonly node: ComponentChildren;
}

/** Everything that one dossier is written from. Sources are numbered as the blocks are made, so these are made in order. */
export interface DossierMatter {
  readonly state: AppState;
  readonly i18n: I18n;
  readonly site: Site;
  readonly described: SiteDescription;
  /** Null where the site is no candidate, or the finder is not there. */
  readonly ranked: RankedCandidate | null;
  readonly offers: readonly OfferList[];
  readonly sources: SourceList;
  readonly shot: SitePicture | 'none' | 'failed' | undefined;
  /** The user's own note; empty where it is not to be printed. */
  readonly note: string;
}
